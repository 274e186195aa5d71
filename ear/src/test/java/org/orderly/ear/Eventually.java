package org.orderly.ear;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits until a condition is true, with a deadline. */
final class Eventually {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final long BETWEEN_LOOKS_MILLIS = 250;

  private Eventually() {}

  static <T> T see(String what, Callable<T> look, Predicate<T> expected) {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      T seen = look.call();
      while (!expected.test(seen)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(what + " did not come about; seen last: " + seen);
        }
        never.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        seen = look.call();
      }
      return seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (Exception e) {
      throw new AssertionError(what, e);
    }
  }
}
