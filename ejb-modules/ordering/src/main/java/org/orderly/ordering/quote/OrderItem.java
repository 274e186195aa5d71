package org.orderly.ordering.quote;

import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** A product and a quantity that a buyer wants to order. */
public record OrderItem(ProductId productId, Quantity quantity) {

  public OrderItem {
    if (productId == null) {
      throw new InvalidValue("items.productId", "is missing");
    }
    if (quantity == null || quantity.isZero()) {
      throw new InvalidValue("items.quantity", "must be more than zero");
    }
  }

  OrderItem plus(OrderItem other) {
    return new OrderItem(productId, quantity.plus(other.quantity));
  }
}
