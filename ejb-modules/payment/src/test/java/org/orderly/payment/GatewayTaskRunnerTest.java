package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GatewayTaskRunnerTest {

  @RepeatedTest(20)
  void waitsLongerAfterEveryAttemptButNeverForLong() {
    assertThat(GatewayTaskRunner.pause(1))
        .isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(GatewayTaskRunner.pause(4)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(GatewayTaskRunner.pause(40))
        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
  }

  @Test
  void survivesManyAttempts() {
    assertThat(GatewayTaskRunner.pause(Integer.MAX_VALUE)).isPositive();
  }
}
