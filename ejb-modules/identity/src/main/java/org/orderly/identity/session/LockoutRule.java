package org.orderly.identity.session;

import java.time.Duration;
import org.orderly.platform.resilience.Backoff;

/** Lockout rule of accounts: how long sign-in is refused after failures in a row. */
final class LockoutRule {

  static final int FREE_FAILURES = 5;
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(24);

  private static final Backoff PAUSES = Backoff.doubling(FIRST, LONGEST);

  private LockoutRule() {}

  /** No pause for the first failures, then a minute, doubled by each further one up to a day. */
  static Duration after(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    return PAUSES.after(failures - FREE_FAILURES + 1);
  }
}
