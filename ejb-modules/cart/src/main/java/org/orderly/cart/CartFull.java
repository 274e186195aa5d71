package org.orderly.cart;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A cart has no room for another product. */
final class CartFull extends DomainException {

  private static final long serialVersionUID = 1L;

  CartFull(int limit) {
    super(
        Kind.RULE_BROKEN,
        "cart-full",
        "a cart holds at most " + limit + " products",
        Map.of("limit", limit));
  }
}
