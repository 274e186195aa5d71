package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Loads and keeps webhooks; changes are written when the caller's transaction commits. */
@ApplicationScoped
class WebhookRepository {

  /** Any constant that no other work on this database has. */
  private static final String LOCK_CREATION = "select cast(pg_advisory_xact_lock(7305911) as text)";

  @PersistenceContext(unitName = "notification")
  private EntityManager em;

  /** Keeps others from creating webhooks until the transaction ends, and counts them. */
  long lockCreationAndCount() {
    em.createNativeQuery(LOCK_CREATION, String.class).getSingleResult();
    return em.createQuery("select count(w) from Webhook w", Long.class).getSingleResult();
  }

  void add(Webhook webhook) {
    em.persist(webhook);
  }

  void remove(Webhook webhook) {
    em.remove(webhook);
  }

  /** All of them, of which there are few, newest first. */
  List<Webhook> all() {
    return em.createQuery("select w from Webhook w order by w.id desc", Webhook.class)
        .getResultList();
  }

  Optional<Webhook> find(UUID id) {
    return Optional.ofNullable(em.find(Webhook.class, id));
  }

  /** The same, locked until the transaction ends. */
  Optional<Webhook> locked(UUID id) {
    return Optional.ofNullable(em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
