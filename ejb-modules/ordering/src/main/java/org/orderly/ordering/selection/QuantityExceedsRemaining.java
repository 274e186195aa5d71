package org.orderly.ordering.selection;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** The requested quantity exceeds what remains of the product. */
public final class QuantityExceedsRemaining extends DomainException {

  private static final long serialVersionUID = 1L;

  QuantityExceedsRemaining(ProductId id, Quantity wanted, Quantity open) {
    super(
        Kind.RULE_BROKEN,
        "quantity-exceeds-remaining",
        "only " + open + " of product " + id + " are left",
        Map.of("productId", id, "requested", wanted, "open", open));
  }
}
