package org.orderly.inventory;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * The reservation of one product for an order at a stock location, and how much of it was
 * fulfilled.
 *
 * @param quantity all that was ever promised
 * @param fulfilled what of it has been shipped
 * @param released what of it was given up again
 */
record Reservation(
    ProductId productId,
    StockLocationId location,
    Quantity quantity,
    Quantity fulfilled,
    Quantity released) {

  /** Nothing reserved yet; what is added is taken from this location. */
  static Reservation none(ProductId productId, StockLocationId location) {
    return new Reservation(productId, location, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  }

  /** What is still to be shipped. */
  Quantity live() {
    return quantity.minus(fulfilled).minus(released);
  }
}
