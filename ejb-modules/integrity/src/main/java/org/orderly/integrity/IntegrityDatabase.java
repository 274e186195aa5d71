package org.orderly.integrity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The ordering database, read past the entities. */
@ApplicationScoped
class IntegrityDatabase {

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  Connection connect() throws SQLException {
    return dataSource.getConnection();
  }

  DataSource dataSource() {
    return dataSource;
  }
}
