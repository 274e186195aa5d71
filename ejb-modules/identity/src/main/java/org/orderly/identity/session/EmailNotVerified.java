package org.orderly.identity.session;

import org.orderly.kernel.DomainException;

/** The password is right, but nobody has shown yet that the address is theirs. */
final class EmailNotVerified extends DomainException {

  private static final long serialVersionUID = 1L;

  EmailNotVerified() {
    super(
        Kind.FORBIDDEN,
        "email-not-verified",
        "confirm the e-mail address first, by the link that was mailed to it");
  }
}
