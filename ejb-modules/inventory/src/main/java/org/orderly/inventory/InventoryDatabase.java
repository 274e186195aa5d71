package org.orderly.inventory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.personal.PersonalColumns;

/** Produces the inventory database, its outbox, its idempotency keys and its retention rules. */
@ApplicationScoped
public class InventoryDatabase {

  public static final String DOMAIN = "inventory";

  @Resource(lookup = "jdbc/inventory")
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transaction;

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
  IdempotencyKeys idempotencyKeys(@Domain(DOMAIN) DomainDatabase database) {
    return new IdempotencyKeys(database);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Retention retention(@Domain(DOMAIN) DomainDatabase database) {
    return new Retention(database, Retention.Expired.idempotencyKeys());
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  PersonalColumns personalColumns(@Domain(DOMAIN) DomainDatabase database) {
    return new PersonalColumns(database, InventoryDatabase.class);
  }
}
