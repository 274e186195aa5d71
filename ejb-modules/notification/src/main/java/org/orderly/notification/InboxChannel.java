package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.SqlBatch;

/** Delivers notifications to the inbox that the recipient reads through the API. */
@ApplicationScoped
class InboxChannel implements NotificationChannel {

  private static final String INSERT =
      "insert into inbox_message (id, event_id, user_id, type, subject, body, created_at)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  private final Clock clock;

  @Inject
  InboxChannel(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void write(SqlBatch writes, Notification notification) {
    if (notification.secret()) {
      return;
    }
    writes.change(
        INSERT,
        UuidV7.next(),
        notification.eventId(),
        notification.recipient().id().value(),
        notification.type(),
        notification.letter().subject(),
        notification.letter().body(),
        clock.instant().atOffset(ZoneOffset.UTC));
  }
}
