package org.orderly.cart;

import org.orderly.kernel.DomainException;

/** Carts cannot be read or written at the moment; nothing else of the shop depends on them. */
public final class CartUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  CartUnavailable(Throwable cause) {
    super(Kind.UNAVAILABLE, "cart-unavailable", "carts are not available, try again in a moment");
    initCause(cause);
  }
}
