package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;

/** Takes an event in and gives what is to be told about it to every channel, once. */
@ApplicationScoped
class NotificationDispatcher {

  private final Inbox inbox;
  private final Instance<NotificationChannel> channels;

  @Inject
  NotificationDispatcher(
      @Domain(NotificationDatabase.DOMAIN) Inbox inbox,
      @Any Instance<NotificationChannel> channels) {
    this.inbox = inbox;
    this.channels = channels;
  }

  /** Does nothing if the subscription took the event in before. */
  void announce(String subscription, UUID eventId, List<Notification> notices) {
    if (inbox.takeIn(subscription, eventId, writes -> write(writes, notices))) {
      channels.forEach(NotificationChannel::written);
    }
  }

  /** Whether the subscription took the event in before, so that nothing need be written. */
  boolean announced(String subscription, UUID eventId) {
    return inbox.has(subscription, eventId);
  }

  private void write(SqlBatch writes, List<Notification> notices) {
    for (Notification notification : notices) {
      channels.forEach(channel -> channel.write(writes, notification));
    }
  }
}
