package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.SqlBatch;

/** Stores and reads the messages of inboxes. */
@ApplicationScoped
class InboxRepository {

  /** Sorts after every version 7 id. */
  static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final String INSERT =
      "insert into inbox_message (id, event_id, user_id, type, subject, body, created_at)"
          + " values (?, ?, ?, ?, ?, ?, ?)";

  @PersistenceContext(unitName = "notification")
  private EntityManager em;

  /** Adds a message to a batch that the caller runs. */
  void add(SqlBatch writes, Notification notification, Instant at) {
    writes.change(
        INSERT,
        UuidV7.next(),
        notification.eventId(),
        notification.recipient().id().value(),
        notification.type(),
        notification.letter().subject(),
        notification.letter().body(),
        at.atOffset(ZoneOffset.UTC));
  }

  /**
   * @param before the entry to go on behind; {@link #AFTER_ALL} for the newest
   */
  List<InboxEntry> newest(UserId user, UUID before, int atMost) {
    return em.createQuery(
            "select e from InboxEntry e where e.userId = :user and e.id < :before order by e.id desc",
            InboxEntry.class)
        .setParameter("user", user.value())
        .setParameter("before", before)
        .setMaxResults(atMost)
        .getResultList();
  }
}
