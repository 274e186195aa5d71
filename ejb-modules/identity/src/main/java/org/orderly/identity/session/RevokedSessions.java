package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * The revoked sessions: ended, although access tokens of theirs have not expired.
 *
 * <p>The database knows all of them; Redis is asked first, and counts only as long as it is known
 * to have all of them, too. So a Redis that is away, slow or empty lets nobody in and locks nobody
 * out. An instance asks for one session once a second at most ({@link RecentSessions}).
 */
@ApplicationScoped
public class RevokedSessions {

  private final SessionRepository sessions;
  private final RedisRevokedSessions redis;
  private final Event<SessionDenied> denied;
  private final RecentSessions recent = new RecentSessions(System::nanoTime);

  record SessionDenied(UUID session) {}

  @Inject
  RevokedSessions(
      SessionRepository sessions, RedisRevokedSessions redis, Event<SessionDenied> denied) {
    this.sessions = sessions;
    this.redis = redis;
    this.denied = denied;
  }

  /**
   * Denies a session as soon as the caller's transaction on the identity database commits: at once
   * on this instance, within a second on the others; idempotent.
   *
   * @param session as in the claim {@code sid} of the tokens
   */
  public void deny(UUID session) {
    sessions.deny(session);
    denied.fire(new SessionDenied(session));
  }

  /** Whether no token of this session counts any more. */
  public boolean isDenied(UUID session) {
    return recent.hasEnded(session).orElseGet(() -> ask(session));
  }

  private boolean ask(UUID session) {
    long asked = System.nanoTime();
    Optional<Boolean> copied = redis.holds(session);
    boolean ended = copied.orElseGet(() -> sessions.isDenied(session));
    if (!ended) {
      recent.live(session, asked);
    } else if (copied.isPresent()) {
      // what the database says may be the caller's own transaction, which can still roll back
      recent.ended(session);
    }
    return ended;
  }

  void publish(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionDenied event) {
    recent.ended(event.session());
    redis.add(event.session());
  }
}
