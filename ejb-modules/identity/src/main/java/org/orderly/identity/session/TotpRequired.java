package org.orderly.identity.session;

import org.orderly.kernel.DomainException;

/** The password is right, and the account has a second factor of which no code came. */
final class TotpRequired extends DomainException {

  private static final long serialVersionUID = 1L;

  TotpRequired() {
    super(Kind.UNAUTHENTICATED, "totp-required", "a code of the authenticator app is needed");
  }
}
