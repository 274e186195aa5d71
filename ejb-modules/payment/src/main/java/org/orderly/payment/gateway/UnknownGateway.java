package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/** A webhook of a gateway that this shop does not have or has not configured. */
public final class UnknownGateway extends DomainException {

  private static final long serialVersionUID = 1L;

  public UnknownGateway() {
    super(Kind.NOT_FOUND, "unknown-gateway", "this shop does not use that payment gateway");
  }
}
