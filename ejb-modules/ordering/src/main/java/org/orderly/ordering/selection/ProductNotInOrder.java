package org.orderly.ordering.selection;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** A product is not in the order, shipment or return it was named for. */
public final class ProductNotInOrder extends DomainException {

  private static final long serialVersionUID = 1L;

  ProductNotInOrder(ProductId id) {
    super(
        Kind.RULE_BROKEN,
        "product-not-in-order",
        "product " + id + " is not part of it",
        Map.of("productId", id));
  }
}
