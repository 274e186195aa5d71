package org.orderly.tests.drill;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits until a condition is true, with a deadline. */
public final class Patience {
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  private Patience() {}

  /**
   * Looks until it is so; a look that fails is a no.
   *
   * @throws ConditionNotMet naming what did not come about
   */
  public static void await(Duration atMost, String what, Callable<Boolean> look)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    String last = "no";
    while (System.nanoTime() < deadline) {
      try {
        if (look.call()) {
          return;
        }
        last = "no";
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        last = e.toString();
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
    throw new ConditionNotMet(
        "waited " + atMost.toSeconds() + " s in vain for " + what + " (last: " + last + ")");
  }
}
