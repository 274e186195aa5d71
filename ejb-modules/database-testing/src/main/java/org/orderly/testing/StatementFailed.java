package org.orderly.testing;

import java.sql.SQLException;

/** The database refused a statement of a test; the message is that of the database. */
public final class StatementFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StatementFailed(String sql, SQLException cause) {
    super(cause.getMessage() + " [" + sql + "]", cause);
  }

  /** PostgreSQL's five characters, such as {@code 23514} for a violated check. */
  public String sqlState() {
    return ((SQLException) getCause()).getSQLState();
  }
}
