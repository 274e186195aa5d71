package org.orderly.identity.twofactor;

import org.orderly.kernel.DomainException;

/** The account has a second factor; another one needs that one removed first. */
final class AlreadyEnrolled extends DomainException {

  private static final long serialVersionUID = 1L;

  AlreadyEnrolled() {
    super(Kind.CONFLICT, "totp-already-enrolled", "the account has a second factor already");
  }
}
