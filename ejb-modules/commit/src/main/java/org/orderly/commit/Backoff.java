package org.orderly.commit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * When to ask a database again that did not answer: at once, for it may be a connection that was
 * lost; then after 2, 4 and at most 8 seconds, so that one that is away costs little and one that
 * is back is soon seen.
 */
final class Backoff {

  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 2;

  private record Failures(int inARow, long at) {}

  private final LongSupplier nanoTime;
  private final Map<RecoverableDatabase, Failures> failing = new HashMap<>();

  Backoff(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  boolean isDue(RecoverableDatabase recoverableDatabase) {
    Failures failures = failing.get(recoverableDatabase);
    if (failures == null || failures.inARow == 1) {
      return true;
    }
    long pause = SHORTEST.toNanos() << Math.min(failures.inARow - 2, DOUBLINGS);
    return nanoTime.getAsLong() - failures.at >= pause;
  }

  void failed(RecoverableDatabase recoverableDatabase) {
    Failures before = failing.get(recoverableDatabase);
    int inARow = before == null ? 1 : before.inARow + 1;
    failing.put(recoverableDatabase, new Failures(inARow, nanoTime.getAsLong()));
  }

  void answered(RecoverableDatabase recoverableDatabase) {
    failing.remove(recoverableDatabase);
  }
}
