package org.orderly.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Inbox;
import org.orderly.messaging.Retention;

/** Gives the domain the record of the events it took in. */
@ApplicationScoped
class NotificationDatabase {

  static final String DOMAIN = "notification";

  private static final Retention.Expired SENT_MAILS =
      new Retention.Expired(
          "mail_delivery", "status = 'SENT' and sent_at < now() - interval '30 days'");

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  @Produces
  @ForDomain(DOMAIN)
  Inbox inbox() {
    return new Inbox(DOMAIN, database);
  }

  @Produces
  @Singleton
  @ForDomain(DOMAIN)
  Retention retention() {
    return new Retention(DOMAIN, database, Retention.Expired.inboxEntries(), SENT_MAILS);
  }
}
