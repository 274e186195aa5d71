package org.orderly.inventory;

import java.util.List;
import java.util.Optional;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.platform.persistence.BatchResult;

/**
 * The reservations of one order, locked until the transaction ends. The row of the reservation set
 * is locked first, then the stock rows in the order of their keys, as at the checkout. Known once
 * the batch that locks them has run.
 */
final class Reservations {

  private final OrderId order;
  private final BatchResult<Optional<String>> status;
  private final BatchResult<List<StockItem>> stock;
  private final BatchResult<List<Reservation>> promises;

  Reservations(
      OrderId order,
      BatchResult<Optional<String>> status,
      BatchResult<List<StockItem>> stock,
      BatchResult<List<Reservation>> promises) {
    this.order = order;
    this.status = status;
    this.stock = stock;
    this.promises = promises;
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
  StockItem item(ProductId product) {
    StockLocationId location = promise(product).location();
    return stock.get().stream()
        .filter(item -> item.productId().equals(product) && item.location().equals(location))
        .findFirst()
        .orElse(null);
  }

  Reservation promise(ProductId product) {
    return promises.get().stream()
        .filter(reservation -> reservation.productId().equals(product))
        .findFirst()
        .orElse(Reservation.none(product, StockLocationId.MAIN));
  }

  List<Reservation> promises() {
    return promises.get();
  }
}
