package org.orderly.liquibase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets one program at a time migrate a database, for as long as its session lives.
 *
 * <p>Liquibase's own lock is a row that nobody removes when its owner is killed: every later start
 * would wait for it, and fail. This one is a session's advisory lock on the connection that applies
 * the changes, so it ends with the last statement of a program that died, and never before. Whoever
 * holds it knows that a row in {@code databasechangeloglock} is a dead program's, and removes it.
 */
final class MigrationLock {
  /** "orderly" in ASCII; of no other advisory lock of ours. */
  private static final long KEY = 0x6f726465726c79L;

  private static final String PATIENCE = "10min";

  private MigrationLock() {}

  /**
   * Waits for programs that migrate this database now. The lock is released with the connection.
   *
   * @throws SQLException also if another program holds the lock for ten minutes
   */
  static void take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '" + PATIENCE + "'");
      statement.execute("select pg_advisory_lock(" + KEY + ")");
      statement.execute("reset lock_timeout");
      if (exists(statement, "databasechangeloglock")) {
        statement.executeUpdate(
            "update databasechangeloglock set locked = false, lockgranted = null, lockedby = null"
                + " where locked");
      }
    }
  }

  private static boolean exists(Statement statement, String table) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select to_regclass('" + table + "') is not null")) {
      return row.next() && row.getBoolean(1);
    }
  }
}
