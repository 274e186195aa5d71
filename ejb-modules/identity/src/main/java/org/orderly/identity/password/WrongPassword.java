package org.orderly.identity.password;

import org.orderly.kernel.DomainException;

/** Who is signed in does not know the password that the action asks for again. */
public final class WrongPassword extends DomainException {

  private static final long serialVersionUID = 1L;

  WrongPassword() {
    super(Kind.FORBIDDEN, "wrong-password", "the password is wrong");
  }
}
