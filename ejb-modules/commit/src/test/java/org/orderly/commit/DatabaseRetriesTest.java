package org.orderly.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DatabaseRetriesTest {

  private static final RecoverableDatabase PAYMENT = new RecoverableDatabase("payment", "", "", "");

  private final AtomicLong now = new AtomicLong();
  private final DatabaseRetries retries = new DatabaseRetries(now::get);

  @Test
  void asksADatabaseThatAnswersEveryTime() {
    assertThat(retries.isDue(PAYMENT)).isTrue();
    retries.failed(PAYMENT);
    retries.answered(PAYMENT);
    assertThat(retries.isDue(PAYMENT)).isTrue();
  }

  @Test
  void waitsLongerAfterEachFailureButNeverForLong() {
    retries.failed(PAYMENT);
    assertThat(retries.isDue(PAYMENT)).isTrue();
    for (long seconds : new long[] {2, 4, 8, 8, 8}) {
      retries.failed(PAYMENT);
      pass(Duration.ofSeconds(seconds).minusNanos(1));
      assertThat(retries.isDue(PAYMENT)).isFalse();
      pass(Duration.ofNanos(1));
      assertThat(retries.isDue(PAYMENT)).isTrue();
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
