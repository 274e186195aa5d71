package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.token.OpaqueToken;
import org.orderly.kernel.UserId;

/** The sessions in the database. */
@ApplicationScoped
class SessionRepository {

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  void add(Session session) {
    em.persist(session);
  }

  void add(RefreshToken token) {
    em.persist(token);
  }

  /** Lets one transaction at a time open sessions of a user. */
  void lockSessionsOf(UserId user) {
    em.createNativeQuery("select 1 from users where id = ? for no key update")
        .setParameter(1, user.value())
        .getResultList();
  }

  /** Of which user or session it may be; nothing is locked yet. */
  Optional<UUID> sessionOf(OpaqueToken secret) {
    return Optional.ofNullable(em.find(RefreshToken.class, secret.hash()))
        .map(RefreshToken::sessionId);
  }

  /** The token as it is now that its session is locked. */
  RefreshToken current(OpaqueToken secret) {
    RefreshToken token = em.find(RefreshToken.class, secret.hash());
    em.refresh(token);
    return token;
  }

  /** Lets one transaction at a time change a session. */
  Optional<Session> locked(UUID id) {
    return Optional.ofNullable(em.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Those that have neither ended nor expired, oldest first; at most as many as a user may have.
   */
  List<Session> live(UserId user, Instant now) {
    return live(user, now, LockModeType.NONE);
  }

  List<Session> lockedLive(UserId user, Instant now) {
    return live(user, now, LockModeType.PESSIMISTIC_WRITE);
  }

  private List<Session> live(UserId user, Instant now, LockModeType lock) {
    return em.createQuery(
            "select s from Session s where s.userId = :user and s.endedAt is null"
                + " and s.expiresAt > :now order by s.id",
            Session.class)
        .setParameter("user", user.value())
        .setParameter("now", now)
        .setLockMode(lock)
        .getResultList();
  }

  /** Also those that are over, as long as they are kept; oldest first. */
  List<Session> all(UserId user) {
    return em.createQuery(
            "select s from Session s where s.userId = :user order by s.id", Session.class)
        .setParameter("user", user.value())
        .getResultList();
  }

  void deny(UUID session) {
    em.createNativeQuery(
            "insert into denied_session (session_id) values (?) on conflict do nothing")
        .setParameter(1, session)
        .executeUpdate();
  }

  boolean isDenied(UUID session) {
    return !em.createNativeQuery("select 1 from denied_session where session_id = ?")
        .setParameter(1, session)
        .getResultList()
        .isEmpty();
  }
}
