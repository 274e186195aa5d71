package org.orderly.payment.lifecycle;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A transition that the current status of a payment does not allow. */
public final class IllegalPaymentTransition extends DomainException {

  private static final long serialVersionUID = 1L;

  public IllegalPaymentTransition(PaymentStatus from, PaymentStatus to) {
    super(
        Kind.CONFLICT,
        "illegal-payment-transition",
        "a payment that is " + from + " cannot become " + to,
        Map.of("from", from.name(), "to", to.name()));
  }
}
