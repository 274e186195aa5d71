package org.orderly.platform.events;

import org.orderly.kernel.DomainException;

/** The broker did not answer, or refused; what was asked of it has not happened. */
final class BrokerUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  BrokerUnavailable(Throwable cause) {
    super(Kind.UNAVAILABLE, "broker-unavailable", "the broker is not available");
    initCause(cause);
  }
}
