package org.orderly.payment;

import org.orderly.kernel.DomainException;

/** The gateway is being asked about a payment at this moment; nothing else can be done with it. */
public final class PaymentInProgress extends DomainException {

  private static final long serialVersionUID = 1L;

  PaymentInProgress() {
    super(
        Kind.CONFLICT,
        "payment-in-progress",
        "a payment of this order is being captured; try again in a moment");
  }
}
