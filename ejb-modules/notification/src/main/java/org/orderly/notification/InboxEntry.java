package org.orderly.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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

  InboxMessage message() {
    return new InboxMessage(id, type, subject, body, createdAt);
  }
}
