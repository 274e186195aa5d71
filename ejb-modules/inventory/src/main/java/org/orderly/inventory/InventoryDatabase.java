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
import org.orderly.platform.persistence.Retention;

/** What the inventory database gives besides entities. */
@ApplicationScoped
class InventoryDatabase {

  static final String NAME = "inventory";

  @Resource(lookup = "jdbc/inventory")
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @Domain(NAME)
  Outbox outbox() {
    return new Outbox(NAME, dataSource, transaction);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  IdempotencyKeys idempotencyKeys() {
    return new IdempotencyKeys(NAME, dataSource);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Retention retention() {
    return new Retention(NAME, dataSource, Retention.Expired.idempotencyKeys());
  }

  DataSource dataSource() {
    return dataSource;
  }
}
