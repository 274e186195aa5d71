package org.orderly.messaging;

import org.orderly.kernel.DomainException;

/** A domain's database would not take or give its events. */
final class OutboxUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  OutboxUnavailable(String domain, Throwable cause) {
    super(Kind.UNAVAILABLE, "database-unavailable", "the " + domain + " database is not available");
    initCause(cause);
  }
}
