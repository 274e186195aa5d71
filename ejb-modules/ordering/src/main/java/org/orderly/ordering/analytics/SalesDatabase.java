package org.orderly.ordering.analytics;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.orderly.kernel.RoundTrip;
import org.orderly.messaging.DatabaseUnavailable;

/** The ordering database, for the summaries in it. */
@ApplicationScoped
class SalesDatabase {

  static final String NAME = "ordering";

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  /**
   * @throws DatabaseUnavailable if the database does not answer
   */
  void read(RoundTrip trip) {
    try (Connection connection = dataSource.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(NAME, e);
    }
  }

  /**
   * Runs the statements as one transaction. Call it without another one.
   *
   * @throws DatabaseUnavailable if the database refuses
   */
  void write(RoundTrip trip) {
    try (Connection connection = dataSource.getConnection()) {
      trip.runAtomically(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(NAME, e);
    }
  }
}
