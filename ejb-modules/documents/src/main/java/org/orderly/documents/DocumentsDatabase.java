package org.orderly.documents;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.orderly.platform.persistence.DatabaseUnavailable;

/** The ordering database, for transactions of its own. */
@ApplicationScoped
class DocumentsDatabase {

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  /** What is done in a transaction; whatever it throws rolls back. */
  @FunctionalInterface
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Runs a transaction of this database alone. Call it without a transaction.
   *
   * @throws DatabaseUnavailable if the database refuses; nothing has changed then, unless only the
   *     answer to the commit was lost
   */
  <T> T atomically(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
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
    } catch (SQLException e) {
      throw new DatabaseUnavailable("ordering", e);
    }
  }

  /** Reads, each statement by itself. */
  <T> T read(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.in(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable("ordering", e);
    }
  }
}
