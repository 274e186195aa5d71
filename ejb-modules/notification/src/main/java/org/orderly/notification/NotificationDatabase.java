package org.orderly.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Inbox;

/** Gives the domain the record of the events it took in. */
@ApplicationScoped
class NotificationDatabase {

  static final String DOMAIN = "notification";

  @Resource(lookup = "jdbc/notification")
  private DataSource database;

  @Produces
  @ForDomain(DOMAIN)
  Inbox inbox() {
    return new Inbox(DOMAIN, database);
  }
}
