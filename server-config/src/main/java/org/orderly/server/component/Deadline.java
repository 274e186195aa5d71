package org.orderly.server.component;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.orderly.server.setup.LaunchFailure;

/** Waiting for a condition, not for a time. */
public final class Deadline {
  private static final long PAUSE_MILLIS = 50;

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - end > 0;
  }

  /** Asks until the answer is yes or the time is over; a failure counts as a no. */
  public boolean await(Callable<Boolean> condition) {
    while (!isOver()) {
      try {
        if (condition.call()) {
          return true;
        }
      } catch (LaunchFailure e) {
        throw e;
      } catch (Exception e) {
        // Not yet.
      }
      pause();
    }
    return false;
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Interrupted while starting.");
    }
  }
}
