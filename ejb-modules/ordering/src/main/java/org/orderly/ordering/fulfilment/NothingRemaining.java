package org.orderly.ordering.fulfilment;

import org.orderly.kernel.DomainException;

/** Of what was not named piece by piece nothing is left to be handled by this party. */
public final class NothingRemaining extends DomainException {

  private static final long serialVersionUID = 1L;

  NothingRemaining() {
    super(Kind.CONFLICT, "nothing-remaining", "nothing of it is left for you to handle");
  }
}
