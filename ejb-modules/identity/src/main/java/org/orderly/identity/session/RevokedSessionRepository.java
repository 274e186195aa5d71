package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Copies the revoked sessions to Redis: all of them at first, then the new ones. */
@ApplicationScoped
class RevokedSessionRepository {

  /** A transaction that revokes a session may commit this much later than it began. */
  private static final Duration LATE_COMMITS = Duration.ofSeconds(60);

  private static final String SINCE =
      "select session_id from denied_session"
          + " where denied_at > clock_timestamp() - make_interval(secs => ?)";

  private final DomainDatabase database;
  private final RedisRevokedSessions redis;

  private boolean begun;
  private long copiedAt;

  @Inject
  RevokedSessionRepository(
      @Domain("identity") DomainDatabase database, RedisRevokedSessions redis) {
    this.database = database;
    this.redis = redis;
  }

  /**
   * Copies once; for a single thread.
   *
   * @throws org.orderly.platform.redis.RedisUnavailable if Redis does not answer
   */
  void bringOver() {
    long now = System.nanoTime();
    Duration since =
        begun && redis.hasEverything()
            ? Duration.ofNanos(now - copiedAt).plus(LATE_COMMITS)
            : RedisRevokedSessions.REMEMBERED;
    redis.copy(deniedFor(since));
    begun = true;
    copiedAt = now;
  }

  private List<UUID> deniedFor(Duration time) {
    return database.list(row -> row.getObject(1, UUID.class), SINCE, time.toSeconds() + 1);
  }
}
