package org.orderly.identity.session;

import org.orderly.kernel.DomainException;

/** E-mail and password do not belong together; never says which of them is wrong. */
final class InvalidCredentials extends DomainException {

  private static final long serialVersionUID = 1L;

  InvalidCredentials() {
    super(Kind.UNAUTHENTICATED, "invalid-credentials", "e-mail or password is wrong");
  }
}
