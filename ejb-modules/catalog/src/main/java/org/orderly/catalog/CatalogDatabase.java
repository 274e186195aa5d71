package org.orderly.catalog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.personal.PersonalColumns;

/** Produces the catalogue's database and its outbox. */
@ApplicationScoped
class CatalogDatabase {

  static final String DOMAIN = "catalog";

  @Resource(lookup = "jdbc/catalog")
  private DataSource dataSource;

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
