package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.EventMessage;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/** Takes in what was noted in other databases, each note once. */
@ApplicationScoped
class AuditNoteRecorder {

  private final Inbox inbox;
  private final AuditLogRepository entries;

  @Inject
  AuditNoteRecorder(@Domain("identity") Inbox inbox, AuditLogRepository entries) {
    this.inbox = inbox;
    this.entries = entries;
  }

  /** What cannot be entered now is told to the broker, which brings it again. */
  void take(String subscription, Message message) {
    EventMessage.of(message).handOver(event -> enter(subscription, event));
  }

  private void enter(String subscription, EventMessage event) {
    if (event.type().equals("AuditNote")) {
      AuditNote note = event.as(AuditNote.class);
      inbox.takeIn(subscription, note.eventId(), writes -> entries.append(writes, note));
    } else {
      event.ignore();
    }
  }
}
