package org.orderly.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.SqlBatch;

/** The difference between what an order has reserved of a product and what it needs now. */
final class ReservationDelta {

  /**
   * A change of what is reserved of a product at a stock location.
   *
   * @param by how much more (positive) or less (negative)
   */
  record Change(ProductId productId, StockLocationId location, BigDecimal by) {

    MovementRepository.Movement movement(OrderId order, String reason) {
      boolean more = by.signum() > 0;
      return new MovementRepository.Movement(
          productId,
          location,
          more ? MovementKind.RESERVATION : MovementKind.RELEASE,
          BigDecimal.ZERO,
          by,
          reason,
          order.value());
    }

    static Object products(List<Change> changes) {
      return SqlBatch.column(
          "uuid", changes.stream().map(change -> change.productId().value()).toList());
    }

    static Object locations(List<Change> changes) {
      return SqlBatch.column(
          "int4", changes.stream().map(change -> change.location().value()).toList());
    }

    static Object amounts(List<Change> changes) {
      return SqlBatch.column("numeric", changes.stream().map(Change::by).toList());
    }
  }

  private final Reservations held;
  private final List<Change> changes = new ArrayList<>();
  private final List<InsufficientStock.Shortage> shortages = new ArrayList<>();

  private ReservationDelta(Reservations held) {
    this.held = held;
  }

  /** Without the products that stay as they are. */
  static List<Change> of(Reservations held, List<ProductQuantity> wanted) {
    ReservationDelta change = new ReservationDelta(held);
    Map<ProductId, Quantity> quantities = new LinkedHashMap<>();
    wanted.forEach(line -> quantities.put(line.productId(), line.quantity()));
    held.promises()
        .forEach(reservation -> quantities.putIfAbsent(reservation.productId(), Quantity.ZERO));
    quantities.forEach(change::add);
    if (!change.shortages.isEmpty()) {
      throw new InsufficientStock(change.shortages);
    }
    return change.changes;
  }

  private void add(ProductId product, Quantity wanted) {
    Reservations.Line reservation = held.promise(product);
    if (wanted.compareTo(reservation.fulfilled()) < 0) {
      throw new AlreadyShipped(product, wanted, reservation.fulfilled());
    }
    Quantity kept = reservation.live().plus(reservation.fulfilled());
    BigDecimal change = wanted.value().subtract(kept.value());
    StockItem item = held.item(product);
    if (change.signum() > 0 && (item == null || !item.has(new Quantity(change)))) {
      Quantity most = item == null ? Quantity.ZERO : item.available().plus(kept);
      shortages.add(new InsufficientStock.Shortage(product, wanted, most));
    } else if (change.signum() != 0) {
      held.reserved(product).fitting(wanted);
      changes.add(new Change(product, reservation.location(), change));
    }
  }
}
