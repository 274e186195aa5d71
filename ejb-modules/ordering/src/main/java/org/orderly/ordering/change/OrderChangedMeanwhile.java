package org.orderly.ordering.change;

import org.orderly.kernel.DomainException;

/** The order was changed by somebody else after it was read. */
final class OrderChangedMeanwhile extends DomainException {

  private static final long serialVersionUID = 1L;

  OrderChangedMeanwhile() {
    super(
        Kind.CONFLICT, "order-changed", "the order was changed meanwhile; reload it and try again");
  }
}
