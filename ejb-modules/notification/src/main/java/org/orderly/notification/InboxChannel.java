package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.orderly.platform.persistence.SqlBatch;

/** Delivers notifications to the inbox that the recipient reads through the API. */
@ApplicationScoped
class InboxChannel implements NotificationChannel {

  private final InboxRepository inboxes;
  private final Clock clock;

  @Inject
  InboxChannel(InboxRepository inboxes, Clock clock) {
    this.inboxes = inboxes;
    this.clock = clock;
  }

  @Override
  public void write(SqlBatch writes, List<Notification> notifications) {
    inboxes.add(
        writes,
        notifications.stream().filter(notification -> !notification.secret()).toList(),
        clock.instant());
  }
}
