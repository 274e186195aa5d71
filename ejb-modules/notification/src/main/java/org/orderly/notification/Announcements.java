package org.orderly.notification;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Inbox;

/**
 * Takes an event in and gives what is to be told about it to every channel, once.
 *
 * <p>The transaction is the EJB container's: in one that CDI begins inside a message-driven bean,
 * the server does not enlist plain JDBC connections, and the inbox would commit by itself.
 */
@Stateless
public class Announcements {

  @Inject
  @ForDomain(NotificationDatabase.DOMAIN)
  private Inbox inbox;

  @Inject @Any private Instance<NotificationChannel> channels;

  /** Does nothing if the subscription took the event in before. */
  public void announce(String subscription, UUID eventId, List<Notice> notices) {
    if (!inbox.firstTime(subscription, eventId)) {
      return;
    }
    for (Notice notice : notices) {
      channels.forEach(channel -> channel.deliver(notice));
    }
  }
}
