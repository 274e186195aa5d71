package org.orderly.kernel;

import java.util.Objects;

/** A product and how much of it, in a cart, an order, a reservation or a return; never nothing. */
public record ProductQuantity(ProductId productId, Quantity quantity) {

  /**
   * @throws InvalidValue if the quantity is zero
   */
  public ProductQuantity {
    Objects.requireNonNull(productId, "productId");
    if (quantity.isZero()) {
      throw new InvalidValue("quantity", "must be more than zero");
    }
  }

  /** Both quantities of the same product. */
  public ProductQuantity plus(ProductQuantity other) {
    return new ProductQuantity(productId, quantity.plus(other.quantity));
  }
}
