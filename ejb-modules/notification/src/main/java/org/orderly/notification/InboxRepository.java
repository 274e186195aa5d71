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
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.SqlBatch;

/** Stores and reads the messages of inboxes. */
@ApplicationScoped
class InboxRepository {

  /** Sorts after every version 7 id. */
  static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final BulkInsert<Received> INSERT =
      BulkInsert.<Received>into("inbox_message")
          .column("id", "uuid", message -> UuidV7.next())
          .column("event_id", "uuid", message -> message.notification().eventId())
          .column("user_id", "uuid", message -> message.notification().recipient().id().value())
          .column("type", "text", message -> message.notification().type())
          .column("subject", "text", message -> message.notification().letter().subject())
          .column("body", "text", message -> message.notification().letter().body())
          .column("created_at", "timestamptz", message -> message.at().atOffset(ZoneOffset.UTC));

  private record Received(Notification notification, Instant at) {}

  @PersistenceContext(unitName = "notification")
  private EntityManager em;

  /** Adds messages to a batch that the caller runs. */
  void add(SqlBatch writes, List<Notification> notifications, Instant at) {
    INSERT.add(
        writes,
        notifications.stream().map(notification -> new Received(notification, at)).toList());
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
