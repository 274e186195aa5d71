package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/** The gateway does not answer; whether it moved money is found out by repeating the request. */
public final class GatewayUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  public GatewayUnavailable(RuntimeException cause) {
    super(Kind.UNAVAILABLE, "payment-gateway-unavailable", "payments cannot be moved at present");
    initCause(cause);
  }
}
