package org.orderly.cart;

import java.util.Objects;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** How much of a product; never nothing. */
public record CartLine(ProductId productId, Quantity quantity) {

  public CartLine {
    Objects.requireNonNull(productId, "product id");
    if (quantity.isZero()) {
      throw new InvalidValue("quantity", "must be more than zero");
    }
  }
}
