package org.orderly.ordering;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/**
 * The carts that a group of checkouts orders, claimed in their transaction; known once the batch
 * that claims them has run.
 */
final class CartClaims {

  /** An order for this cart was already placed by another request. */
  static final class CartAlreadyOrdered extends DomainException {

    private static final long serialVersionUID = 1L;

    CartAlreadyOrdered() {
      super(Kind.CONFLICT, "cart-already-ordered", "this cart has been ordered already");
    }
  }

  /** Another request is ordering the cart at this moment. */
  static final class CartInCheckout extends DomainException {

    private static final long serialVersionUID = 1L;

    CartInCheckout() {
      super(
          Kind.CONFLICT,
          "cart-in-checkout",
          "this cart is being ordered by another request; try again");
    }
  }

  private final List<UUID> carts;
  private final Supplier<List<Boolean>> locks;
  private final Supplier<List<UUID>> ordered;
  private final Set<UUID> orderedInGroup = new HashSet<>();

  CartClaims(List<UUID> carts, Supplier<List<Boolean>> locks, Supplier<List<UUID>> ordered) {
    this.carts = carts;
    this.locks = locks;
    this.ordered = ordered;
  }

  /**
   * Refuses a cart that another order has taken; an order without a cart passes.
   *
   * @throws CartAlreadyOrdered if the cart was ordered, in this transaction or before it
   * @throws CartInCheckout if another transaction is ordering the cart, on any instance
   */
  void require(@Nullable UUID cart) {
    if (cart == null) {
      return;
    }
    if (!locks.get().get(carts.indexOf(cart))) {
      throw new CartInCheckout();
    }
    if (orderedInGroup.contains(cart) || ordered.get().contains(cart)) {
      throw new CartAlreadyOrdered();
    }
  }

  /** Notes that an order of this transaction takes the cart. */
  void take(@Nullable UUID cart) {
    orderedInGroup.add(cart);
  }
}
