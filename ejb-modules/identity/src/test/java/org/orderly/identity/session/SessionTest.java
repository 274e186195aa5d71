package org.orderly.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.UserId;
import org.orderly.platform.request.RequestContext;

class SessionTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final Now clock = new Now();
  private final Session session = new Session(UserId.newId(), clock);

  private static final class Now extends Clock {
    private Instant instant = START;

    @Override
    public Instant instant() {
      return instant;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void leave() {
    RequestContext.leave();
  }

  @Test
  void lastsAWeekAfterItsLastUse() {
    clock.instant = START.plus(Duration.ofDays(6));
    session.use(clock);
    assertThat(session.expiresAt()).isEqualTo(START.plus(Duration.ofDays(13)));
    clock.instant = session.expiresAt().minusMillis(1);
    assertThat(session.isLive(clock)).isTrue();
    clock.instant = session.expiresAt();
    assertThat(session.isLive(clock)).isFalse();
  }

  @Test
  void doesNotLastForEver() {
    clock.instant = START.plus(Duration.ofDays(89));
    session.use(clock);
    assertThat(session.expiresAt()).isEqualTo(START.plus(Session.LONGEST));
  }

  @Test
  void tellsWhereItWasUsedLast() {
    RequestContext.enter(new RequestContext("anonymous", "203.0.113.7", "r1", "a browser"));
    session.use(clock);
    SessionView view = session.view(session.id());
    assertThat(view.address()).isEqualTo("203.0.113.7");
    assertThat(view.device()).isEqualTo("a browser");
    assertThat(view.current()).isTrue();
    assertThat(session.view(UUID.randomUUID()).current()).isFalse();
    assertThat(session.view(null).current()).isFalse();
  }

  @Test
  void staysEnded() {
    session.end(EndReason.SIGNED_OUT, clock);
    session.end(EndReason.TOKEN_REUSED, clock);
    session.use(clock);
    assertThat(session.isLive(clock)).isFalse();
  }
}
