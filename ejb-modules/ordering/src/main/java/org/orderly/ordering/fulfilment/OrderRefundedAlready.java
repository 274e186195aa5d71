package org.orderly.ordering.fulfilment;

import org.orderly.kernel.DomainException;

/** All money of an order was given back: its goods leave only if an admin says why. */
final class OrderRefundedAlready extends DomainException {

  private static final long serialVersionUID = 1L;

  OrderRefundedAlready() {
    super(
        Kind.CONFLICT,
        "order-refunded",
        "all that was paid for this order has been given back; an admin can ship it all the same by"
            + " giving a shipAnywayReason");
  }
}
