package org.orderly.ordering.tracking;

import org.orderly.kernel.DomainException;

/** The instance has reached its limit of open streams. */
final class TooManyStreams extends DomainException {

  private static final long serialVersionUID = 1L;

  TooManyStreams() {
    super(Kind.UNAVAILABLE, "too-many-streams", "too many are listening here; try again");
  }
}
