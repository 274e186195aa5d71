package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/** An event whose signature is not the gateway's, or a replay of an old event. */
public final class ForgedGatewayEvent extends DomainException {

  private static final long serialVersionUID = 1L;

  public ForgedGatewayEvent() {
    super(Kind.INVALID, "forged-gateway-event", "the signature is not one that can be believed");
  }
}
