package org.orderly.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Retention;

/** Gives the domain the record of the events it took in, and a way for its own to leave. */
@ApplicationScoped
class NotificationDatabase {

  static final String DOMAIN = "notification";

  private static final Retention.Expired SENT_MAILS =
      new Retention.Expired(
          "mail_delivery", "status = 'SENT' and sent_at < now() - interval '30 days'");

  private static final Retention.Expired WITHHELD_MAILS =
      new Retention.Expired(
          "mail_delivery", "status = 'WITHHELD' and created_at < now() - interval '30 days'");

  /** With the deliveries of the event, whatever became of them. */
  private static final Retention.Expired WEBHOOK_EVENTS =
      new Retention.Expired("webhook_event", "created_at < now() - interval '30 days'");

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  @Resource private TransactionSynchronizationRegistry transaction;

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Outbox outbox() {
    return new Outbox(DOMAIN, database, transaction);
  }

  @Produces
  @Domain(DOMAIN)
  Inbox inbox() {
    return new Inbox(DOMAIN, database);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Retention retention() {
    return new Retention(
        DOMAIN,
        database,
        Retention.Expired.inboxEntries(),
        SENT_MAILS,
        WITHHELD_MAILS,
        WEBHOOK_EVENTS);
  }
}
