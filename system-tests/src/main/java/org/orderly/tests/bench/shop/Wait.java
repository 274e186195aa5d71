package org.orderly.tests.bench.shop;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits on a condition with a deadline. */
public final class Wait {

  private static final long PAUSE_MILLIS = 50;

  private Wait() {}

  /** Returns whether it came true; a failure to look counts as not yet. */
  public static boolean upTo(Duration time, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + time.toNanos();
    try {
      while (!holds(condition)) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted");
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws InterruptedException {
    try {
      return condition.call();
    } catch (BenchFailed | InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }
}
