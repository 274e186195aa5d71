package org.orderly.platform.persistence;

import java.sql.SQLException;
import org.orderly.kernel.DomainException;

/** A domain's database did not answer, or refused. */
public final class DatabaseUnavailable extends DomainException {

  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(String domain, Throwable cause) {
    super(Kind.UNAVAILABLE, "database-unavailable", "the " + domain + " database is not available");
    initCause(cause);
  }

  /**
   * Whether a failure is one of the connection or of the database as a whole, and not of a
   * statement: SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator intervention), and
   * the pool's own word for a connection that it could not give, which has no state.
   */
  public static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (state == null) {
          return String.valueOf(sql.getMessage()).startsWith("Error in allocating a connection");
        }
        return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
      }
    }
    return false;
  }
}
