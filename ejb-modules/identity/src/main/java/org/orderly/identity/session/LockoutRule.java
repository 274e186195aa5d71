package org.orderly.identity.session;

import java.time.Duration;

/** For how long an account pauses after so many failed sign-ins in a row. */
final class LockoutRule {

  static final int FREE_FAILURES = 5;
  static final Duration FIRST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(24);

  /** Doubled so often, the first pause is longer than the longest. */
  private static final int MOST_DOUBLINGS = 11;

  private LockoutRule() {}

  /** Nothing at first, then a minute, doubled by each further failure up to a day. */
  static Duration after(int failures) {
    if (failures < FREE_FAILURES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS);
    Duration pause = FIRST.multipliedBy(1L << doublings);
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
