package org.orderly.ordering;

import org.orderly.kernel.DomainException;

/** Another request is ordering the cart at this moment. */
final class CartInCheckout extends DomainException {

  private static final long serialVersionUID = 1L;

  CartInCheckout() {
    super(
        Kind.CONFLICT,
        "cart-in-checkout",
        "this cart is being ordered by another request; try again");
  }
}
