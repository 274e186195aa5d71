package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/** A notice that is not the gateway's, or is an old one sent again. */
public final class ForgedGatewayEvent extends DomainException {

  private static final long serialVersionUID = 1L;

  public ForgedGatewayEvent() {
    super(Kind.INVALID, "forged-gateway-event", "the signature is not one that can be believed");
  }
}
