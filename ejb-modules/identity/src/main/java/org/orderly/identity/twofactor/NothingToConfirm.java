package org.orderly.identity.twofactor;

import org.orderly.kernel.DomainException;

/** No enrolment waits for its first code. */
final class NothingToConfirm extends DomainException {

  private static final long serialVersionUID = 1L;

  NothingToConfirm() {
    super(Kind.CONFLICT, "totp-not-pending", "begin with an enrolment");
  }
}
