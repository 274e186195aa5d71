package org.orderly.catalog;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A product's quantity scale cannot change: stock and orders are counted in it. */
final class QuantityScaleFixed extends DomainException {

  private static final long serialVersionUID = 1L;

  QuantityScaleFixed(int scale) {
    super(
        Kind.RULE_BROKEN,
        "quantity-scale-fixed",
        "the quantity scale of this product is " + scale + " for good",
        Map.of("quantityScale", scale));
  }
}
