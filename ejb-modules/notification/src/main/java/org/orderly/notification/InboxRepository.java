package org.orderly.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.UserId;

/** The inboxes in the database. */
@ApplicationScoped
class InboxRepository {

  /** Sorts after every version 7 id. */
  private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  @PersistenceContext(unitName = "notification")
  private EntityManager em;

  /**
   * @param before the entry to go on behind, or {@code null} for the newest
   */
  List<InboxEntry> newest(UserId user, UUID before, int atMost) {
    return em.createQuery(
            "select e from InboxEntry e where e.userId = :user and e.id < :before order by e.id desc",
            InboxEntry.class)
        .setParameter("user", user.value())
        .setParameter("before", before == null ? AFTER_ALL : before)
        .setMaxResults(atMost)
        .getResultList();
  }
}
