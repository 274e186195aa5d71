package org.orderly.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class DeliveryRetryPolicyTest {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofHours(72);

  private static final LongUnaryOperator MIDDLE = bound -> bound / 2;

  private final DeliveryRetryPolicy policy = new DeliveryRetryPolicy(FIRST, 14, PATIENCE);

  @Test
  void doublesEachTime() {
    assertThat(policy.pauseAfter(1, MIDDLE)).isEqualTo(FIRST);
    assertThat(policy.pauseAfter(2, MIDDLE)).isEqualTo(FIRST.multipliedBy(2));
    assertThat(policy.pauseAfter(8, MIDDLE)).isEqualTo(FIRST.multipliedBy(128));
  }

  @Test
  void neverPausesForLongerThanHalfADay() {
    assertThat(policy.pauseAfter(30, MIDDLE)).isEqualTo(Duration.ofHours(12));
    assertThat(policy.pauseAfter(Integer.MAX_VALUE, MIDDLE)).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void goesOnForAboutADayAndThenGivesUp() {
    Duration sum = Duration.ZERO;
    int attempt = 1;
    while (!policy.exhausted(attempt)) {
      sum = sum.plus(policy.pauseAfter(attempt, MIDDLE));
      attempt++;
    }
    assertThat(attempt).isEqualTo(14);
    assertThat(sum).isBetween(Duration.ofHours(20), Duration.ofHours(26));
  }

  @Test
  void spreadsAttemptsByAFifthUpAndDown() {
    assertThat(policy.pauseAfter(1, bound -> 0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(policy.pauseAfter(1, bound -> bound - 1)).isEqualTo(Duration.ofSeconds(12));
  }
}
