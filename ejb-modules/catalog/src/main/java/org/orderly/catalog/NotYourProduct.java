package org.orderly.catalog;

import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** A vendor tried to change another vendor's product. */
public final class NotYourProduct extends DomainException {

  private static final long serialVersionUID = 1L;

  NotYourProduct(ProductId id) {
    super(Kind.FORBIDDEN, "not-your-product", "product " + id + " belongs to somebody else");
  }
}
