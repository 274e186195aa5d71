package org.orderly.catalog;

import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** There is no such product, or it was withdrawn. */
public final class ProductNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  ProductNotFound(ProductId id) {
    super(Kind.NOT_FOUND, "product-not-found", "there is no product " + id);
  }
}
