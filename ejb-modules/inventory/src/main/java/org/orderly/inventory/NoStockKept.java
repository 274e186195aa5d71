package org.orderly.inventory;

import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** No stock is kept of a product with this id. */
public final class NoStockKept extends DomainException {

  private static final long serialVersionUID = 1L;

  NoStockKept(ProductId id) {
    super(Kind.NOT_FOUND, "unknown-product", "there is no product " + id);
  }
}
