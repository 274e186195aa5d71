package org.orderly.inventory;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** A quantity has more decimals than its product is sold in. */
public final class QuantityTooFine extends DomainException {

  private static final long serialVersionUID = 1L;

  QuantityTooFine(ProductId id, int scale) {
    super(
        Kind.INVALID,
        "quantity-too-fine",
        "product " + id + " is sold with " + scale + " decimals",
        Map.of("productId", id, "quantityScale", scale));
  }
}
