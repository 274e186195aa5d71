package org.orderly.commit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Retry schedule of databases that do not answer: at once after the first failure, since only the
 * connection may be lost; then after 2, 4 and at most 8 seconds.
 *
 * <p>The commit protocol is in the server's library, which cannot see the platform and its
 * back-off.
 */
final class DatabaseRetries {

  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final int DOUBLINGS = 2;

  private record Failures(int inARow, long at) {}

  private final LongSupplier nanoTime;
  private final Map<RecoverableDatabase, Failures> failing = new HashMap<>();

  DatabaseRetries(LongSupplier nanoTime) {
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
