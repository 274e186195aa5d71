package org.orderly.identity.session;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What Redis has to know of the denied sessions: everything at first, then what is new. */
@ApplicationScoped
class RevokedSessionRepository {

  /** A transaction that denies may commit this much later than it began. */
  private static final Duration LATE_COMMITS = Duration.ofSeconds(60);

  private static final String SINCE =
      "select session_id from denied_session"
          + " where denied_at > clock_timestamp() - make_interval(secs => ?)";

  private final RedisRevokedSessions redis;

  @Resource(lookup = "jdbc/identity")
  private DataSource database;

  private boolean begun;
  private long copiedAt;

  @Inject
  RevokedSessionRepository(RedisRevokedSessions redis) {
    this.redis = redis;
  }

  /**
   * One copy; for a single thread.
   *
   * @throws org.orderly.platform.redis.RedisUnavailable if Redis does not answer
   */
  void bringOver() throws SQLException {
    long now = System.nanoTime();
    Duration since =
        begun && redis.hasEverything()
            ? Duration.ofNanos(now - copiedAt).plus(LATE_COMMITS)
            : RedisRevokedSessions.REMEMBERED;
    redis.copy(deniedFor(since));
    begun = true;
    copiedAt = now;
  }

  private List<UUID> deniedFor(Duration time) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setLong(1, time.toSeconds() + 1);
      List<UUID> denied = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          denied.add(row.getObject(1, UUID.class));
        }
      }
      return denied;
    }
  }
}
