package org.orderly.identity.machine;

import org.orderly.kernel.DomainException;

/** There are as many machines in use as a shop may have. */
final class TooManyMachines extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManyMachines(int most) {
    super(
        Kind.CONFLICT,
        "too-many-clients",
        "there are " + most + " clients already: revoke one that is no longer needed");
  }
}
