package org.orderly.catalog.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Produces the catalogue's database, its outbox and the pool that shoppers read from, which nothing
 * else uses: checkouts and edits cannot take its connections.
 */
@ApplicationScoped
public class CatalogDatabase {

  public static final String DOMAIN = "catalog";

  /** The same database by connections that only read, each statement by itself. */
  public static final String READS = "catalog-reads";

  @Resource(lookup = "jdbc/catalog")
  private DataSource dataSource;

  @Resource(lookup = "jdbc/catalog-reads")
  private DataSource reads;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @Domain(DOMAIN)
  DomainDatabase database() {
    return new DomainDatabase(DOMAIN, dataSource);
  }

  @Produces
  @Singleton
  @Domain(READS)
  DomainDatabase reads() {
    return new DomainDatabase(DOMAIN, reads);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Retention retention(@Domain(DOMAIN) DomainDatabase database) {
    return new Retention(database, CatalogChangeQueries.EXPIRED);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Outbox outbox(@Domain(DOMAIN) DomainDatabase database) {
    return new Outbox(database, transaction);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  PersonalColumns personalColumns(@Domain(DOMAIN) DomainDatabase database) {
    return new PersonalColumns(database, CatalogDatabase.class);
  }
}
