package org.orderly.identity.twofactor;

import org.orderly.kernel.DomainException;

/** The first code of an enrolment is not the one that its secret gives. */
final class WrongCode extends DomainException {

  private static final long serialVersionUID = 1L;

  WrongCode() {
    super(Kind.RULE_BROKEN, "totp-invalid", "the code is wrong, or not of now");
  }
}
