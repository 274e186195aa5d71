package org.orderly.inventory;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * The reservation of one product for an order, and how much of it was fulfilled.
 *
 * @param quantity all that was ever promised
 * @param fulfilled what of it has been shipped
 * @param released what of it was given up again
 */
record Reservation(ProductId productId, Quantity quantity, Quantity fulfilled, Quantity released) {

  static Reservation none(ProductId productId) {
    return new Reservation(productId, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  }

  /** What is still to be shipped. */
  Quantity live() {
    return quantity.minus(fulfilled).minus(released);
  }
}
