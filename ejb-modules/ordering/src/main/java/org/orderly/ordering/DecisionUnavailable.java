package org.orderly.ordering;

import org.orderly.kernel.DomainException;

/** The database that decides transactions does not answer, so nothing can be promised. */
public final class DecisionUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  public DecisionUnavailable(Throwable cause) {
    super(Kind.UNAVAILABLE, "database-unavailable", "the ordering database is not available");
    initCause(cause);
  }
}
