package org.orderly.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void remembersASignalGivenBeforeAnybodyWaits() throws Exception {
    Signal wakeup = new Signal();
    wakeup.signal();
    assertThat(waiting(wakeup, LONG).get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void endsTheWaitOfAWaiter() throws Exception {
    Signal wakeup = new Signal();
    CompletableFuture<Boolean> waiter = waiting(wakeup, LONG);
    wakeup.signal();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void waitsNoLongerThanTold() throws Exception {
    assertThat(waiting(new Signal(), Duration.ofMillis(1)).get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void takesManySignalsAsOne() throws Exception {
    Signal wakeup = new Signal();
    for (int i = 0; i < 1_000; i++) {
      wakeup.signal();
    }
    wakeup.await(LONG);
    CompletableFuture<Boolean> waiter = waiting(wakeup, LONG);
    assertThat(waiter.isDone()).isFalse();
    wakeup.signal();
    assertThat(waiter.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private static CompletableFuture<Boolean> waiting(Signal wakeup, Duration atMost) {
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
