package org.orderly.identity.password;

import org.orderly.kernel.DomainException;

/** More passwords wait to be checked than the server can check soon. */
public final class HashingOverloaded extends DomainException {

  private static final long serialVersionUID = 1L;

  HashingOverloaded() {
    super(Kind.UNAVAILABLE, "busy", "too many sign-ins at the moment, try again shortly");
  }
}
