package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Puts notices where the recipient finds them through the API. */
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
  public void deliver(Notice notice) {
    inboxes.add(new InboxEntry(notice, clock));
  }
}
