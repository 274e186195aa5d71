package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Runs work under an advisory lock of one database, so that one instance at a time does it. The
 * lock is released with the work's transaction, also when the instance dies.
 */
public final class AdvisoryLock {

  private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(?)";

  /** Work inside the transaction; it rolls back if the work throws. */
  @FunctionalInterface
  public interface Work<T, X extends Exception> {
    T in(Connection connection) throws SQLException, X;
  }

  private AdvisoryLock() {}

  /**
   * Runs the work in a transaction of its own. Must be called without a container transaction.
   *
   * @param lock a number that no other work on this database has
   * @return what the work returns; empty if another instance holds the lock
   */
  public static <T, X extends Exception> Optional<T> run(
      DataSource database, long lock, Work<T, X> work) throws SQLException, X {
    try (Connection connection = database.getConnection()) {
      return LocalTransaction.run(
          connection, open -> tryLock(open, lock) ? Optional.of(work.in(open)) : Optional.empty());
    }
  }

  /** Takes the lock until the transaction ends, unless somebody else holds it. */
  static boolean tryLock(Connection connection, long lock) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TRY_LOCK)) {
      query.setLong(1, lock);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }
}
