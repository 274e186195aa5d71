package org.orderly.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Produces the payment database, its outbox, its idempotency keys and its retention. The owner of a
 * table that is cleaned produces its {@link Retention.Expired}.
 */
@ApplicationScoped
public class PaymentDatabase {

  public static final String NAME = "payment";

  @Resource(lookup = "jdbc/payment")
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
  Retention retention(
      @Domain(NAME) DomainDatabase database, @Domain(NAME) Instance<Retention.Expired> rules) {
    return new Retention(
        database,
        Stream.concat(Stream.of(Retention.Expired.idempotencyKeys()), rules.stream())
            .toArray(Retention.Expired[]::new));
  }

  @Produces
  @Singleton
  @Domain(NAME)
  PersonalColumns personalColumns(@Domain(NAME) DomainDatabase database) {
    return new PersonalColumns(database, PaymentDatabase.class);
  }
}
