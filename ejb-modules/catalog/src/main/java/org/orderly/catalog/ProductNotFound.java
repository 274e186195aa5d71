package org.orderly.catalog;

import org.orderly.kernel.DomainException;

/** There is no such product, or it was withdrawn. */
public final class ProductNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  /**
   * @param id its id or its sku
   */
  ProductNotFound(Object id) {
    super(Kind.NOT_FOUND, "product-not-found", "there is no product " + id);
  }
}
