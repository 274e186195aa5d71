package org.orderly.tests.support;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until a condition is true, with a deadline. */
public final class Eventually {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  private Eventually() {}

  /**
   * What is seen as soon as it is as expected.
   *
   * @throws AssertionError with what was seen last, if it does not become so
   */
  public static <T> T see(String what, Supplier<T> look, Predicate<T> expected) {
    CountDownLatch never = new CountDownLatch(1);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    T seen = look.get();
    try {
      while (!expected.test(seen)) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError(what + " did not come about; seen last: " + seen);
        }
        never.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        seen = look.get();
      }
      return seen;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
