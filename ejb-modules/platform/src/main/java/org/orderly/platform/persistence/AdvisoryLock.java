package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Work that one instance at a time does: a transaction of one database, under an advisory lock that
 * ends with it, whatever becomes of the instance.
 */
public final class AdvisoryLock {

  private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(?)";

  /** What is done in the transaction; whatever it throws rolls back. */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    T in(Connection connection) throws SQLException, X;
  }

  private AdvisoryLock() {}

  /**
   * Needs to be called without a transaction.
   *
   * @param lock any number that no other work on this database has
   * @return what the work returns; empty if another instance is at it
   */
  public static <T, X extends Exception> Optional<T> run(
      DataSource database, long lock, Work<T, X> work) throws SQLException, X {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        Optional<T> result =
            lock(connection, lock) ? Optional.of(work.in(connection)) : Optional.empty();
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

  private static boolean lock(Connection connection, long lock) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TRY_LOCK)) {
      query.setLong(1, lock);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
