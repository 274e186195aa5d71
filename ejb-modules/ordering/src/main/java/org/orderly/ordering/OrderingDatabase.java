package org.orderly.ordering;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Produces the ordering database, its outbox, its inbox, its idempotency keys and its retention
 * rules.
 */
@ApplicationScoped
public class OrderingDatabase {

  public static final String NAME = Domain.DECIDING;

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @Domain(NAME)
  DomainDatabase database() {
    return new DomainDatabase(NAME, dataSource);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Outbox outbox(@Domain(NAME) DomainDatabase database) {
    return new Outbox(database, transaction);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  IdempotencyKeys idempotencyKeys(@Domain(NAME) DomainDatabase database) {
    return new IdempotencyKeys(database);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Inbox inbox(@Domain(NAME) DomainDatabase database) {
    return new Inbox(database);
  }

  @Produces
  @Singleton
  @Domain(NAME)
  Retention retention(@Domain(NAME) DomainDatabase database) {
    return new Retention(
        database, Retention.Expired.idempotencyKeys(), Retention.Expired.inboxEntries());
  }

  @Produces
  @Singleton
  @Domain(NAME)
  PersonalColumns personalColumns(@Domain(NAME) DomainDatabase database) {
    return new PersonalColumns(database, OrderingDatabase.class);
  }
}
