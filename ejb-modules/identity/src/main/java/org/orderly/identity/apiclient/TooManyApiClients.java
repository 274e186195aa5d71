package org.orderly.identity.apiclient;

import org.orderly.kernel.DomainException;

/** There are as many API clients in use as a shop may have. */
final class TooManyApiClients extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManyApiClients(int most) {
    super(
        Kind.CONFLICT,
        "too-many-clients",
        "there are " + most + " clients already: revoke one that is no longer needed");
  }
}
