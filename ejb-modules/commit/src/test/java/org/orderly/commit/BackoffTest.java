package org.orderly.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final RecoverableDatabase PAYMENT = new RecoverableDatabase("payment", "", "", "");

  private final AtomicLong now = new AtomicLong();
  private final Backoff backoff = new Backoff(now::get);

  @Test
  void asksADatabaseThatAnswersEveryTime() {
    assertThat(backoff.isDue(PAYMENT)).isTrue();
    backoff.failed(PAYMENT);
    backoff.answered(PAYMENT);
    assertThat(backoff.isDue(PAYMENT)).isTrue();
  }

  @Test
  void waitsLongerAfterEachFailureButNeverForLong() {
    backoff.failed(PAYMENT);
    assertThat(backoff.isDue(PAYMENT)).isTrue();
    for (long seconds : new long[] {2, 4, 8, 8, 8}) {
      backoff.failed(PAYMENT);
      pass(Duration.ofSeconds(seconds).minusNanos(1));
      assertThat(backoff.isDue(PAYMENT)).isFalse();
      pass(Duration.ofNanos(1));
      assertThat(backoff.isDue(PAYMENT)).isTrue();
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
