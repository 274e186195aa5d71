package org.orderly.identity.session;

import org.orderly.kernel.DomainException;

/** The password is right, and the code is not: wrong, too old, or used before. */
final class TotpInvalid extends DomainException {

  private static final long serialVersionUID = 1L;

  TotpInvalid() {
    super(Kind.UNAUTHENTICATED, "totp-invalid", "the code is wrong, or was used before");
  }
}
