package org.orderly.cart;

/** Somebody wrote the cart after this writer had read it. */
final class StaleCart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleCart(String key) {
    super(key + " has another revision", null, false, false);
  }
}
