package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction of one connection, without the container. */
final class LocalTransaction {

  private LocalTransaction() {}

  /** Commits the work, or rolls it back if it throws; the connection is as before then. */
  static <T, X extends Exception> T run(Connection connection, AdvisoryLock.Work<T, X> work)
      throws SQLException, X {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      T result = work.in(connection);
      connection.commit();
      done = true;
      return result;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }
}
