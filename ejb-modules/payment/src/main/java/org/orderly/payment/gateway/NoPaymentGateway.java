package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/** This shop has no payment gateway, so no money can come in or go out. */
public final class NoPaymentGateway extends DomainException {

  private static final long serialVersionUID = 1L;

  public NoPaymentGateway() {
    super(
        Kind.RULE_BROKEN,
        "no-payment-gateway",
        "this shop has no payment gateway; see ORDERLY_PAYMENT_GATEWAY");
  }
}
