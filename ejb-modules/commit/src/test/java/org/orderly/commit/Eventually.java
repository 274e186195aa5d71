package org.orderly.commit;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits on a condition with a deadline. */
public final class Eventually {

  private static final long SECONDS = 10;

  private Eventually() {}

  public static void isTrue(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not seen in " + SECONDS + " s: " + what);
      }
      Thread.onSpinWait();
    }
  }
}
