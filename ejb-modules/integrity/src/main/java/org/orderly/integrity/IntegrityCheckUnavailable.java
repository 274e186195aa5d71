package org.orderly.integrity;

import org.orderly.kernel.DomainException;

/** The invariants could not be checked; this says nothing about whether they hold. */
final class IntegrityCheckUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  IntegrityCheckUnavailable(Throwable cause) {
    super(
        Kind.UNAVAILABLE,
        "integrity-checks-unavailable",
        "not every database answers; nothing was proven");
    initCause(cause);
  }
}
