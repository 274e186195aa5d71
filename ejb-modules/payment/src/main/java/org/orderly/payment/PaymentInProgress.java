package org.orderly.payment;

import org.orderly.kernel.DomainException;

/** A payment has a request at the gateway at this moment; it cannot be changed. */
final class PaymentInProgress extends DomainException {

  private static final long serialVersionUID = 1L;

  PaymentInProgress() {
    super(
        Kind.CONFLICT,
        "payment-in-progress",
        "a payment of this order is being captured; try again in a moment");
  }
}
