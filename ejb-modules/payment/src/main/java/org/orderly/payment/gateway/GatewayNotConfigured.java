package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/**
 * The gateway that a payment was made with is not configured any more. What is to be done there
 * waits until it is configured again.
 */
public final class GatewayNotConfigured extends DomainException {

  private static final long serialVersionUID = 1L;

  GatewayNotConfigured(String name) {
    super(
        Kind.UNAVAILABLE,
        "payment-gateway-not-configured",
        "the payment gateway " + name + " is not configured; its payments wait");
  }
}
