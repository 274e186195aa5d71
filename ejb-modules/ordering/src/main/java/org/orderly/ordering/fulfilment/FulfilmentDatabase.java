package org.orderly.ordering.fulfilment;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** The ordering database, by SQL. */
@ApplicationScoped
public class FulfilmentDatabase {

  /** Qualifies what belongs to the domain. */
  public static final String DOMAIN = "ordering";

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  /**
   * Makes a journey in the caller's transaction, or in none.
   *
   * @throws DatabaseUnavailable if the database refuses; the caller's transaction must roll back
   */
  public void run(SqlBatch trip) {
    try (Connection connection = dataSource.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(DOMAIN, e);
    }
  }

  DataSource dataSource() {
    return dataSource;
  }
}
