package org.orderly.ordering;

import org.orderly.kernel.DomainException;

/** An order for this cart was already placed by another request. */
final class CartAlreadyOrdered extends DomainException {

  private static final long serialVersionUID = 1L;

  CartAlreadyOrdered() {
    super(Kind.CONFLICT, "cart-already-ordered", "this cart has been ordered already");
  }
}
