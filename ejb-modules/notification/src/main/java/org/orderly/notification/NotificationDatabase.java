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
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.Retention;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Produces the notification database, its outbox, its inbox, its retention rules and personal
 * columns.
 */
@ApplicationScoped
class NotificationDatabase {

  static final String DOMAIN = "notification";

  private static final Retention.Expired SENT_MAILS =
      new Retention.Expired(
          "mail_delivery", "status = 'SENT' and sent_at < now() - interval '30 days'");

  private static final Retention.Expired WITHHELD_MAILS =
      new Retention.Expired(
          "mail_delivery", "status = 'WITHHELD' and created_at < now() - interval '30 days'");

  /** Deletes the deliveries of the event as well, whatever their status. */
  private static final Retention.Expired WEBHOOK_EVENTS =
      new Retention.Expired("webhook_event", "created_at < now() - interval '30 days'");

  @Resource(lookup = "jdbc/notification")
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
  @Domain(DOMAIN)
  Inbox inbox(@Domain(DOMAIN) DomainDatabase database) {
    return new Inbox(database);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  Retention retention(@Domain(DOMAIN) DomainDatabase database) {
    return new Retention(
        database, Retention.Expired.inboxEntries(), SENT_MAILS, WITHHELD_MAILS, WEBHOOK_EVENTS);
  }

  @Produces
  @Singleton
  @Domain(DOMAIN)
  PersonalColumns personalColumns(@Domain(DOMAIN) DomainDatabase database) {
    return new PersonalColumns(database, NotificationDatabase.class);
  }
}
