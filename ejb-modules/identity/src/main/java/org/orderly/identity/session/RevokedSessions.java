package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * The revoked sessions: ended, although access tokens of theirs have not expired.
 *
 * <p>The database knows all of them; Redis is asked first, and counts only as long as it is known
 * to have all of them, too. So a Redis that is away, slow or empty lets nobody in and locks nobody
 * out.
 */
@ApplicationScoped
public class RevokedSessions {

  private final SessionRepository sessions;
  private final RedisRevokedSessions redis;
  private final Event<SessionDenied> denied;

  record SessionDenied(UUID session) {}

  @Inject
  RevokedSessions(
      SessionRepository sessions, RedisRevokedSessions redis, Event<SessionDenied> denied) {
    this.sessions = sessions;
    this.redis = redis;
    this.denied = denied;
  }

  /**
   * Denies a session as soon as the caller's transaction on the identity database commits, on every
   * instance; idempotent.
   *
   * @param session as in the claim {@code sid} of the tokens
   */
  public void deny(UUID session) {
    sessions.deny(session);
    denied.fire(new SessionDenied(session));
  }

  /** Whether no token of this session counts any more. */
  public boolean isDenied(UUID session) {
    return redis.holds(session).orElseGet(() -> sessions.isDenied(session));
  }

  void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionDenied event) {
    redis.add(event.session());
  }
}
