package org.orderly.payment.gateway;

import org.orderly.kernel.DomainException;

/** A notice for a gateway that this shop does not use. */
public final class UnknownGateway extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownGateway() {
    super(Kind.NOT_FOUND, "unknown-gateway", "this shop does not use that payment gateway");
  }
}
