package org.orderly.tests.drill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The result of one round.
 *
 * @param explained how many changes and refusals of stock and balances the history explains
 */
record DrillRound(
    RoundPlan plan,
    int orders,
    int refused,
    int explained,
    InDoubtSummary doubts,
    Duration took,
    List<String> differences) {

  boolean isProven() {
    return differences.isEmpty();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "round %3d  %5.1f s  %4d orders %3d refused %4d explained  %s | %s%s",
        plan.number(),
        took.toMillis() / 1000.0,
        orders,
        refused,
        explained,
        plan,
        doubts,
        isProven() ? "" : " | FAILED");
  }
}
