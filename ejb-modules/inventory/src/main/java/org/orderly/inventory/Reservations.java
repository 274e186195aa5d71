package org.orderly.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.BatchResult;

/**
 * The reservations of one order, locked until the transaction ends. The row of the reservation set
 * is locked first, then the stock rows in the order of their keys, as at the checkout. Known once
 * the batch that locks them has run.
 */
final class Reservations {

  /**
   * The reservation of one product for an order at a stock location, and how much of it was
   * fulfilled.
   *
   * @param quantity all that was ever promised
   * @param fulfilled what of it has been shipped
   * @param released what of it was given up again
   */
  record Line(
      ProductId productId,
      StockLocationId location,
      Quantity quantity,
      Quantity fulfilled,
      Quantity released) {

    /** Nothing reserved yet; what is added is taken from this location. */
    static Line none(ProductId productId, StockLocationId location) {
      return new Line(productId, location, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
    }

    /** What is still to be shipped. */
    Quantity live() {
      return quantity.minus(fulfilled).minus(released);
    }
  }

  private final OrderId order;
  private final BatchResult<Optional<String>> status;
  private final BatchResult<List<StockItem>> stock;
  private final BatchResult<List<Line>> promises;

  Reservations(
      OrderId order,
      BatchResult<Optional<String>> status,
      BatchResult<List<StockItem>> stock,
      BatchResult<List<Line>> promises) {
    this.order = order;
    this.status = status;
    this.stock = stock;
    this.promises = promises;
  }

  OrderId order() {
    return order;
  }

  /** The changes that release all that is live. */
  List<ReservationDelta.Change> releases() {
    return promises.get().stream()
        .filter(line -> !line.live().isZero())
        .map(
            line ->
                new ReservationDelta.Change(
                    line.productId(), line.location(), line.live().value().negate()))
        .toList();
  }

  /** Makes changes in the stock that is locked, and returns the events that they cause. */
  List<DomainEvent> apply(List<ReservationDelta.Change> changes, Instant now) {
    StockEvents events = new StockEvents(now);
    for (ReservationDelta.Change change : changes) {
      StockItem item = reserved(change.productId());
      events.during(item, () -> item.changeReserved(change.by()));
    }
    return events.all();
  }

  /**
   * @throws NothingReserved if the order has no live reservation
   */
  void requireLive() {
    if (!status.get().equals(Optional.of("LIVE"))) {
      throw new NothingReserved(order);
    }
  }

  /** The stock that the order's reservation is from; {@code null} if no stock is kept of it. */
  @Nullable StockItem item(ProductId product) {
    StockLocationId location = promise(product).location();
    return stock.get().stream()
        .filter(item -> item.productId().equals(product) && item.location().equals(location))
        .findFirst()
        .orElse(null);
  }

  /** The same where the order has a reservation, and so there is stock. */
  StockItem reserved(ProductId product) {
    return Objects.requireNonNull(item(product), "a reservation without stock");
  }

  Line promise(ProductId product) {
    return promises.get().stream()
        .filter(reservation -> reservation.productId().equals(product))
        .findFirst()
        .orElse(Line.none(product, StockLocationId.MAIN));
  }

  List<Line> promises() {
    return promises.get();
  }
}
