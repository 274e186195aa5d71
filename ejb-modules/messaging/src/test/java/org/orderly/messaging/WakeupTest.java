package org.orderly.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WakeupTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void remembersASignalGivenBeforeAnybodyWaits() throws Exception {
    Wakeup wakeup = new Wakeup();
    wakeup.signal();
    assertThat(waiting(wakeup, LONG).get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsTheWaitOfAWaiter() throws Exception {
    Wakeup wakeup = new Wakeup();
    CompletableFuture<Boolean> waiter = waiting(wakeup, LONG);
    wakeup.signal();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void waitsNoLongerThanTold() throws Exception {
    assertThat(waiting(new Wakeup(), Duration.ofMillis(1)).get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takesManySignalsAsOne() throws Exception {
    Wakeup wakeup = new Wakeup();
    for (int i = 0; i < 1_000; i++) {
      wakeup.signal();
    }
    wakeup.await(LONG);
    CompletableFuture<Boolean> waiter = waiting(wakeup, LONG);
    assertThat(waiter.isDone()).isFalse();
    wakeup.signal();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private static CompletableFuture<Boolean> waiting(Wakeup wakeup, Duration atMost) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            wakeup.await(atMost);
            return true;
          } catch (InterruptedException e) {
            return false;
          }
        },
        Thread::startVirtualThread);
  }
}
