package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.EventSubscription;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/** Records audited actions of other databases in the audit log, each once. */
@ApplicationScoped
class AuditNoteRecorder {

  private final Inbox inbox;
  private final AuditLogRepository entries;

  @Inject
  AuditNoteRecorder(@Domain("identity") Inbox inbox, AuditLogRepository entries) {
    this.inbox = inbox;
    this.entries = entries;
  }

  /** What cannot be recorded now is delivered again by the broker. */
  void receive(String subscription, Message message) {
    new EventSubscription()
        .on(AuditNote.class, note -> record(subscription, note))
        .receive(message);
  }

  private void record(String subscription, AuditNote note) {
    inbox.takeIn(subscription, note.eventId(), writes -> entries.append(writes, note));
  }
}
