package org.orderly.inventory;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * What an order was promised of one product, and what became of it.
 *
 * @param quantity all that was ever promised
 * @param fulfilled what of it has left the house
 * @param released what of it was given up again
 */
record Reservation(ProductId productId, Quantity quantity, Quantity fulfilled, Quantity released) {

  static Reservation none(ProductId productId) {
    return new Reservation(productId, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  }

  /** What still waits in the house. */
  Quantity live() {
    return quantity.minus(fulfilled).minus(released);
  }
}
