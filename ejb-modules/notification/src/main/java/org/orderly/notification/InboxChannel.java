package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
  public void write(SqlBatch writes, Notification notification) {
    if (!notification.secret()) {
      inboxes.add(writes, notification, clock.instant());
    }
  }
}
