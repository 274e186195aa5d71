package org.orderly.identity.session;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What this instance was last told of the sessions whose tokens it sees.
 *
 * <p>That a session has ended is never forgotten while a token of it can be valid. That it has not
 * is remembered for {@link #LIVE}: so much later counts here what another instance ends. Bounded: a
 * session for which there is no room is asked for each time.
 */
final class RecentSessions {

  static final Duration LIVE = Duration.ofSeconds(1);

  static final int MOST = 20_000;

  private final LongSupplier nanoTime;
  private final Map<UUID, Answer> answers = new ConcurrentHashMap<>();

  private record Answer(boolean ended, long until) {

    boolean counts(long now) {
      return until - now > 0;
    }
  }

  RecentSessions(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether the session has ended; empty if it must be asked. */
  Optional<Boolean> hasEnded(UUID session) {
    Answer answer = answers.get(session);
    return answer != null && answer.counts(nanoTime.getAsLong())
        ? Optional.of(answer.ended())
        : Optional.empty();
  }

  void ended(UUID session) {
    long now = nanoTime.getAsLong();
    makeRoom(now);
    if (answers.size() >= MOST) {
      // those can be asked for again
      answers.values().removeIf(answer -> !answer.ended());
    }
    if (answers.size() < MOST) {
      answers.put(session, new Answer(true, now + RedisRevokedSessions.REMEMBERED.toNanos()));
    } else {
      answers.remove(session);
    }
  }

  /**
   * @param asked when the question was put: what ended since may not be in the answer
   */
  void live(UUID session, long asked) {
    makeRoom(asked);
    if (answers.size() < MOST) {
      Answer live = new Answer(false, asked + LIVE.toNanos());
      answers.merge(session, live, (old, fresh) -> old.ended() ? old : fresh);
    }
  }

  private void makeRoom(long now) {
    if (answers.size() >= MOST) {
      answers.values().removeIf(answer -> !answer.counts(now));
    }
  }
}
