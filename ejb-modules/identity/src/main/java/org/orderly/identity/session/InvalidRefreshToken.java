package org.orderly.identity.session;

import org.orderly.kernel.DomainException;

/** A refresh token that is unknown, expired or used, or whose session has ended. */
final class InvalidRefreshToken extends DomainException {

  private static final long serialVersionUID = 1L;

  InvalidRefreshToken() {
    super(Kind.UNAUTHENTICATED, "invalid-refresh-token", "sign in again");
  }
}
