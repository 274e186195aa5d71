package org.orderly.identity;

import org.orderly.kernel.DomainException;

/** There is an account with this e-mail address already. */
final class EmailTaken extends DomainException {

  private static final long serialVersionUID = 1L;

  EmailTaken() {
    super(Kind.CONFLICT, "email-taken", "there is an account with this e-mail address already");
  }
}
