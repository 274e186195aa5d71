package org.orderly.catalog;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A quantity has more decimals than its product is sold in. */
final class FractionNotSold extends DomainException {

  private static final long serialVersionUID = 1L;

  FractionNotSold(Offer offer) {
    super(
        Kind.INVALID,
        "quantity-too-fine",
        offer.sku() + " is sold with " + offer.quantityScale() + " decimals",
        Map.of("productId", offer.id(), "quantityScale", offer.quantityScale()));
  }
}
