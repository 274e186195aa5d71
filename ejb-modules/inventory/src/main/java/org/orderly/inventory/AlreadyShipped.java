package org.orderly.inventory;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** An order cannot want less of a product than has been shipped for it. */
public final class AlreadyShipped extends DomainException {

  private static final long serialVersionUID = 1L;

  AlreadyShipped(ProductId productId, Quantity wanted, Quantity shipped) {
    super(
        Kind.CONFLICT,
        "already-shipped",
        shipped + " of product " + productId + " have been shipped",
        Map.of("productId", productId, "requested", wanted, "shipped", shipped));
  }
}
