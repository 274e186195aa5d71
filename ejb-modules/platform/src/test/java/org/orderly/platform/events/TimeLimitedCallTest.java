package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimeLimitedCallTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void givesTheAnswer() throws Exception {
    TimeLimitedCall<Integer> question = new TimeLimitedCall<>(asked::incrementAndGet, LONG);
    assertThat(question.ask(Thread::new)).contains(1);
    assertThat(question.ask(Thread::new)).contains(2);
  }

  @Test
  void leavesOneThreadAloneThatHangs() throws Exception {
    CountDownLatch awake = new CountDownLatch(1);
    TimeLimitedCall<Integer> question =
        new TimeLimitedCall<>(
            () -> {
              int number = asked.incrementAndGet();
              awake.await();
              return number;
            },
            Duration.ofMillis(50));
    long begin = System.nanoTime();
    assertThat(question.ask(Thread::new)).isEmpty();
    assertThat(question.ask(Thread::new)).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
    assertThat(asked).hasValueLessThanOrEqualTo(1);
    awake.countDown();
  }

  @Test
  void tellsThatTheQuestionFailed() {
    TimeLimitedCall<Integer> question =
        new TimeLimitedCall<>(
            () -> {
              throw new IllegalStateException("no");
            },
            LONG);
    assertThatThrownBy(() -> question.ask(Thread::new)).isInstanceOf(ExecutionException.class);
  }
}
