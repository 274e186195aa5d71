package org.orderly.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class DeliveryRetryPolicyTest {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofHours(72);

  private final DeliveryRetryPolicy even = plan(bound -> bound / 2);

  @Test
  void doublesEachTime() {
    assertThat(even.pauseAfter(1)).isEqualTo(FIRST);
    assertThat(even.pauseAfter(2)).isEqualTo(FIRST.multipliedBy(2));
    assertThat(even.pauseAfter(8)).isEqualTo(FIRST.multipliedBy(128));
  }

  @Test
  void neverPausesForLongerThanHalfADay() {
    assertThat(even.pauseAfter(30)).isEqualTo(Duration.ofHours(12));
    assertThat(even.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void goesOnForAboutADayAndThenGivesUp() {
    Duration sum = Duration.ZERO;
    int attempt = 1;
    while (!even.exhausted(attempt)) {
      sum = sum.plus(even.pauseAfter(attempt));
      attempt++;
    }
    assertThat(attempt).isEqualTo(14);
    assertThat(sum).isBetween(Duration.ofHours(20), Duration.ofHours(26));
  }

  @Test
  void spreadsAttemptsByAFifthUpAndDown() {
    assertThat(plan(bound -> 0).pauseAfter(1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(plan(bound -> bound - 1).pauseAfter(1)).isEqualTo(Duration.ofSeconds(12));
  }

  private static DeliveryRetryPolicy plan(IntUnaryOperator random) {
    return new DeliveryRetryPolicy(FIRST, 14, PATIENCE, random);
  }
}
