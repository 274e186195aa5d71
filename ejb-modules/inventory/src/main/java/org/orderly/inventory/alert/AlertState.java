package org.orderly.inventory.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What was last sent about a product's availability. It changes in the transaction of the stock,
 * and only a change is sent.
 *
 * <p>Below the threshold it moves in one direction, from normal through low to depleted. It returns
 * to normal only where availability is clearly above the threshold, so that a quantity that hovers
 * around it causes no further alert.
 */
public enum AlertState {
  NORMAL,
  LOW,
  DEPLETED;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * The state that follows.
   *
   * @param available not negative
   * @param threshold availability at which to warn; {@code null} for never: then it is low never
   * @param scale decimals in which the product is sold
   */
  public AlertState next(BigDecimal available, @Nullable BigDecimal threshold, int scale) {
    if (available.signum() == 0) {
      return DEPLETED;
    }
    if (threshold == null || available.compareTo(replenishedAt(threshold, scale)) >= 0) {
      return NORMAL;
    }
    if (available.compareTo(threshold) > 0 || this == DEPLETED) {
      return this;
    }
    return LOW;
  }

  /** The state of a stock that nothing was sent about yet. */
  public static AlertState initial(BigDecimal available, @Nullable BigDecimal threshold) {
    if (available.signum() == 0) {
      return DEPLETED;
    }
    return threshold != null && available.compareTo(threshold) <= 0 ? LOW : NORMAL;
  }

  /** Half as much again as the threshold, and at least the smallest quantity above it. */
  static BigDecimal replenishedAt(BigDecimal threshold, int scale) {
    BigDecimal margin = threshold.divide(TWO, scale, RoundingMode.UP);
    return threshold.add(margin.max(BigDecimal.ONE.movePointLeft(scale)));
  }
}
