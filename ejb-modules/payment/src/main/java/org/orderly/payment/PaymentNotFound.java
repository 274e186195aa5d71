package org.orderly.payment;

import org.orderly.kernel.DomainException;

/** There is no such payment. */
public final class PaymentNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  public PaymentNotFound() {
    super(Kind.NOT_FOUND, "payment-not-found", "there is no such payment");
  }
}
