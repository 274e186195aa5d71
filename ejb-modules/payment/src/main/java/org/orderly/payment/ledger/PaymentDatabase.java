package org.orderly.payment.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.Outbox;
import org.orderly.messaging.Retention;

/** What the payment database gives besides entities. */
@ApplicationScoped
public class PaymentDatabase {

  public static final String NAME = "payment";

  @Resource(lookup = "jdbc/payment")
  private DataSource dataSource;

  @Resource private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @ForDomain(NAME)
  Outbox outbox() {
    return new Outbox(NAME, dataSource, transaction);
  }

  @Produces
  @Singleton
  @ForDomain(NAME)
  IdempotencyKeys idempotencyKeys() {
    return new IdempotencyKeys(NAME, dataSource);
  }

  @Produces
  @Singleton
  @ForDomain(NAME)
  Retention retention() {
    return new Retention(
        NAME,
        dataSource,
        Retention.Expired.idempotencyKeys(),
        // no gateway sends a notice for so long
        new Retention.Expired("gateway_notice", "received_at < now() - interval '90 days'"));
  }

  public DataSource dataSource() {
    return dataSource;
  }
}
