package org.orderly.catalog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** Where the catalogue is kept. */
@ApplicationScoped
class CatalogDatabase {

  @Resource(lookup = "jdbc/catalog")
  private DataSource database;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  Connection connection() throws SQLException {
    return database.getConnection();
  }

  @Produces
  @Singleton
  @Domain("catalog")
  Outbox outbox() {
    return new Outbox("catalog", database, transaction);
  }
}
