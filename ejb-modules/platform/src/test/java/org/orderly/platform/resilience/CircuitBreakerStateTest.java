package org.orderly.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.platform.resilience.CircuitBreakerState.State.CLOSED;
import static org.orderly.platform.resilience.CircuitBreakerState.State.HALF_OPEN;
import static org.orderly.platform.resilience.CircuitBreakerState.State.OPEN;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.DomainException;

class CircuitBreakerStateTest {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final CircuitBreakerState service =
      new CircuitBreakerState("bank", PAUSE, Refused.class, new HandClock());

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Poor extends DomainException {
    private static final long serialVersionUID = 1L;

    Poor() {
      super(Kind.CONFLICT, "poor", "no money");
    }
  }

  private final class HandClock extends Clock {
    @Override
    public Instant instant() {
      return now;
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

  private void fail(RuntimeException failure) {
    assertThatThrownBy(
            () ->
                service.call(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void isReachableUntilACallFails() {
    Instant begin = now;
    assertThat(service.report())
        .isEqualTo(new CircuitBreakerState.Report("bank", CLOSED, true, begin, null));
    now = now.plusSeconds(1);
    fail(new UncheckedIOException("secret words", new ConnectException()));
    assertThat(service.report())
        .isEqualTo(new CircuitBreakerState.Report("bank", CLOSED, false, now, "ConnectException"));
  }

  @Test
  void takesARefusalOfTheBusinessForAnAnswer() {
    fail(new Poor());
    assertThat(service.report().reachable()).isTrue();
  }

  @Test
  void isOpenForAPauseAndThenHalfOpenUntilATrialSucceeds() {
    fail(new IllegalStateException());
    fail(new Refused());
    assertThat(service.report().state()).isEqualTo(OPEN);
    now = now.plus(PAUSE);
    assertThat(service.report().state()).isEqualTo(HALF_OPEN);
    fail(new IllegalStateException());
    assertThat(service.report().state()).isEqualTo(OPEN);
    now = now.plus(PAUSE);
    assertThat(service.<String, RuntimeException>call(() -> "paid")).isEqualTo("paid");
    assertThat(service.report().state()).isEqualTo(CLOSED);
    assertThat(service.report().reachable()).isTrue();
    assertThat(service.report().since()).isEqualTo(now);
  }

  @Test
  void staysOpenWhileCallsAreRefused() {
    fail(new Refused());
    now = now.plus(PAUSE.minusSeconds(1));
    fail(new Refused());
    now = now.plusSeconds(1);
    assertThat(service.report().state()).isEqualTo(HALF_OPEN);
  }

  @Test
  void isTriedByOneCallAtATime() {
    fail(new Refused());
    String answer =
        service.call(
            () -> {
              assertThatThrownBy(() -> service.call(() -> "a second one"))
                  .isInstanceOf(CircuitBreakerState.Spared.class);
              return "the first";
            });
    assertThat(answer).isEqualTo("the first");
    assertThat(service.<String, RuntimeException>call(() -> "anybody")).isEqualTo("anybody");
  }
}
