package org.orderly.ordering.change;

import org.orderly.kernel.DomainException;

/** Somebody else has changed the order since it was looked at. */
public final class OrderChangedMeanwhile extends DomainException {

  private static final long serialVersionUID = 1L;

  OrderChangedMeanwhile() {
    super(Kind.CONFLICT, "order-changed", "the order was changed meanwhile; look at it again");
  }
}
