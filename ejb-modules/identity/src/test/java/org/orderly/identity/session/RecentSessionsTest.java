package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentSessionsTest {

  private final UUID session = UUID.randomUUID();
  private long now = Long.MAX_VALUE - 5;
  private final RecentSessions recent = new RecentSessions(() -> now);

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void knowsNothingOfASessionThatItWasNotToldOf() {
    assertThat(recent.hasEnded(session)).isEmpty();
  }

  @Test
  void forgetsAfterASecondThatASessionIsLive() {
    recent.live(session, now);
    assertThat(recent.hasEnded(session)).contains(false);
    pass(RecentSessions.LIVE.minusNanos(1));
    assertThat(recent.hasEnded(session)).contains(false);
    pass(Duration.ofNanos(1));
    assertThat(recent.hasEnded(session)).isEmpty();
  }

  @Test
  void countsFromTheQuestionAndNotFromItsAnswer() {
    long asked = now;
    pass(RecentSessions.LIVE);
    recent.live(session, asked);
    assertThat(recent.hasEnded(session)).isEmpty();
  }

  @Test
  void remembersAnEndUntilNoTokenCanBeValid() {
    recent.live(session, now);
    recent.ended(session);
    recent.live(session, now);
    assertThat(recent.hasEnded(session)).as("a late answer brings it not back").contains(true);
    pass(RedisRevokedSessions.REMEMBERED.minusNanos(1));
    assertThat(recent.hasEnded(session)).contains(true);
  }

  @Test
  void asksForWhatItHasNoRoomFor() {
    for (int i = 0; i < RecentSessions.MOST; i++) {
      recent.live(UUID.randomUUID(), now);
    }
    recent.live(session, now);
    assertThat(recent.hasEnded(session)).isEmpty();
    recent.ended(session);
    assertThat(recent.hasEnded(session)).contains(true);

    UUID later = UUID.randomUUID();
    pass(RecentSessions.LIVE);
    recent.live(later, now);
    assertThat(recent.hasEnded(later)).as("room of those that are forgotten").contains(false);
  }

  @Test
  void keepsNoMoreEndedSessionsThanItHasRoomFor() {
    for (int i = 0; i < RecentSessions.MOST; i++) {
      recent.ended(UUID.randomUUID());
    }
    recent.live(session, now);
    recent.ended(session);
    assertThat(recent.hasEnded(session)).as("must be asked").isEmpty();

    pass(RedisRevokedSessions.REMEMBERED);
    recent.ended(session);
    assertThat(recent.hasEnded(session)).contains(true);
  }
}
