package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One figure of a run against another of the same run. */
record Ratio(String name, BigDecimal value) {

  private static final int DIGITS = 2;

  static Ratio of(String name, BigDecimal one, BigDecimal other) {
    return new Ratio(name, divide(one, other));
  }

  /** Zero if there is nothing to compare with. */
  static BigDecimal divide(BigDecimal one, BigDecimal other) {
    return other.signum() == 0 ? BigDecimal.ZERO : one.divide(other, DIGITS, RoundingMode.HALF_UP);
  }
}
