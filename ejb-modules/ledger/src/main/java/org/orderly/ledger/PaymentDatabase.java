package org.orderly.ledger;

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

/** Produces the payment database, its outbox, its idempotency keys and its retention rules. */
@ApplicationScoped
public class PaymentDatabase {

  public static final String NAME = "payment";

  /** A payment that is pending or disputed keeps its intent and its tasks, whatever their age. */
  private static final String OVER =
      " and due_at < now() - interval '30 days' and not exists (select 1 from payment p"
          + " where p.id = %s and p.status in ('PENDING', 'AUTHORIZED', 'DISPUTED'))";

  /** The payment of a placed order has the id of its intent. */
  private static final String ENDED_INTENT =
      "state in ('DECLINED', 'PLACED', 'RELEASED')" + OVER.formatted("card_intent.id");

  private static final String ENDED_TASK =
      "state in ('DONE', 'DROPPED')"
          + OVER.formatted("payment_task.payment_id")
          + " and not exists (select 1 from refund r"
          + " where r.payment_id = payment_task.payment_id and r.status = 'PENDING')";

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
  Retention retention(@Domain(NAME) DomainDatabase database) {
    return new Retention(
        database,
        Retention.Expired.idempotencyKeys(),
        // no gateway retries an event for so long
        new Retention.Expired("gateway_notice", "received_at < now() - interval '90 days'"),
        new Retention.Expired("card_intent", ENDED_INTENT),
        new Retention.Expired("payment_task", ENDED_TASK));
  }

  @Produces
  @Singleton
  @Domain(NAME)
  PersonalColumns personalColumns(@Domain(NAME) DomainDatabase database) {
    return new PersonalColumns(database, PaymentDatabase.class);
  }
}
