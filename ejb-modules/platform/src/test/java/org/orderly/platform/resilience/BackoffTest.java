package org.orderly.platform.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Backoff doubling = Backoff.doubling(FIRST, LONGEST);

  @Test
  void doublesUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(doubling::after).map(Duration::toMillis))
        .containsExactly(100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L);
  }

  @Test
  void growsByItsFactor() {
    Backoff tenfold = new Backoff(FIRST, 10, LONGEST, Backoff.Jitter.NONE);
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(tenfold::after).map(Duration::toMillis))
        .containsExactly(100L, 1000L, 5000L, 5000L);
  }

  @Test
  void staysWithinItsLimitsHoweverOftenItFails() {
    assertThat(doubling.after(Integer.MAX_VALUE)).isEqualTo(LONGEST);
    assertThat(Backoff.constant(FIRST).after(1)).isEqualTo(FIRST);
    assertThat(Backoff.constant(FIRST).after(Integer.MAX_VALUE)).isEqualTo(FIRST);
    Duration ages = Duration.ofDays(365_000);
    assertThat(Backoff.doubling(FIRST, ages).after(Integer.MAX_VALUE)).isEqualTo(ages);
  }

  @Test
  void drawsAPauseInTheRangeOfItsJitter() {
    Backoff spread = doubling.withJitter(new Backoff.Jitter(50, 120));
    assertThat(spread.after(2, bound -> 0)).isEqualTo(Duration.ofMillis(100));
    assertThat(spread.after(2, bound -> bound - 1)).isEqualTo(Duration.ofMillis(240));
    assertThat(spread.after(9, bound -> bound - 1)).isEqualTo(Duration.ofSeconds(6));
    for (int i = 0; i < 1000; i++) {
      assertThat(spread.after(2)).isBetween(Duration.ofMillis(100), Duration.ofMillis(240));
    }
  }

  @Test
  void refusesPausesThatCannotBe() {
    assertThatThrownBy(() -> Backoff.doubling(Duration.ZERO, LONGEST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Backoff.doubling(LONGEST, FIRST))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(FIRST, 0, LONGEST, Backoff.Jitter.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff.Jitter(120, 80))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
