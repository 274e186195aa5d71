package org.orderly.platform.persistence;

import org.orderly.kernel.DomainException;

/** A domain's database did not answer, or refused. */
public final class DatabaseUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(String domain, Throwable cause) {
    super(Kind.UNAVAILABLE, "database-unavailable", "the " + domain + " database is not available");
    initCause(cause);
  }
}
