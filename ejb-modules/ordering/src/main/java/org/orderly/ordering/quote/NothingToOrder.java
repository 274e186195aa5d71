package org.orderly.ordering.quote;

import org.orderly.kernel.DomainException;

/** The cart, or the list of items, is empty. */
public final class NothingToOrder extends DomainException {

  private static final long serialVersionUID = 1L;

  public NothingToOrder() {
    super(Kind.RULE_BROKEN, "nothing-to-order", "there are no items to order");
  }
}
