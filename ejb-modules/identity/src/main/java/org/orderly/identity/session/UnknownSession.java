package org.orderly.identity.session;

import org.orderly.kernel.DomainException;

/** The user has no such session (any more). */
final class UnknownSession extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownSession() {
    super(Kind.NOT_FOUND, "unknown-session", "there is no such session");
  }
}
