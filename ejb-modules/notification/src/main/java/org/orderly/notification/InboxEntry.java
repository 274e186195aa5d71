package org.orderly.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.UuidV7;

/** A message as it lies in an inbox; never changed. Its id sorts by the time of arrival. */
@Entity
@Table(name = "inbox_message")
class InboxEntry {

  @Id private UUID id;

  @Column(name = "event_id")
  private UUID eventId;

  @Column(name = "user_id")
  private UUID userId;

  private String type;
  private String subject;
  private String body;

  @Column(name = "created_at")
  private Instant createdAt;

  protected InboxEntry() {}

  InboxEntry(Notice notice, Clock clock) {
    this.id = UuidV7.next();
    this.eventId = notice.eventId();
    this.userId = notice.recipient().id().value();
    this.type = notice.type();
    this.subject = notice.letter().subject();
    this.body = notice.letter().body();
    this.createdAt = clock.instant();
  }

  InboxMessage message() {
    return new InboxMessage(id, type, subject, body, createdAt);
  }
}
