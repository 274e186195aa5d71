package org.orderly.inventory;

import java.util.List;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductQuantity;

/** Reserves stock for single orders, in the caller's transaction. */
final class TestReservations {

  private TestReservations() {}

  static void reserve(StockReservations stock, OrderId order, List<ProductQuantity> lines) {
    LockedStock locked = stock.lock(lines.stream().map(ProductQuantity::productId).toList());
    locked.requireAvailable(lines);
    locked.reserve(order, lines);
    stock.write(locked);
  }
}
