package org.orderly.ordering;

import org.orderly.kernel.DomainException;

/** This cart has become an order already, by another request. */
public final class CartAlreadyOrdered extends DomainException {

  private static final long serialVersionUID = 1L;

  CartAlreadyOrdered() {
    super(Kind.CONFLICT, "cart-already-ordered", "this cart has been ordered already");
  }
}
