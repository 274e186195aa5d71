package org.orderly.notification.backinstock;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** The product is available: nobody needs to wait for it. */
public final class ProductInStock extends DomainException {

  private static final long serialVersionUID = 1L;

  ProductInStock(ProductId id, Quantity available) {
    super(
        Kind.CONFLICT,
        "product-in-stock",
        "product " + id + " is available now",
        Map.of("productId", id, "available", available));
  }
}
