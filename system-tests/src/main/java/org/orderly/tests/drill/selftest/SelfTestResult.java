package org.orderly.tests.drill.selftest;

import java.time.Duration;
import java.util.Locale;

/**
 * Whether and how the drill noticed a breakage.
 *
 * @param round in which it was noticed, from 1; 0 if the shop did not even start
 * @param check what failed, in words
 */
record SelfTestResult(Breakage breakage, boolean noticed, int round, String check, Duration took) {
  static final String HEADER =
      "| breakage | noticed in round | by | seconds |\n| --- | --- | --- | --- |";

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d |",
        breakage.name(),
        noticed ? String.valueOf(round) : "not in " + round,
        check,
        took.toSeconds());
  }
}
