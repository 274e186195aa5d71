package org.orderly.tests.drill.payments;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The result of one round.
 *
 * @param underWay how many were at the step when the part was lost
 * @param attempts how often requests were sent, over all errands
 * @param walletOrders how many orders were paid from balances while the part was away
 * @param healed from the moment when the part was back until all was at rest
 */
record PaymentDrillRound(
    ComponentLoss loss,
    PaymentDrillStep step,
    int asked,
    int done,
    int attempts,
    long underWay,
    int walletOrders,
    Duration healed,
    List<String> differences) {

  static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-18s %-14s %6s %6s %8s %9s %7s %8s  %s",
          "lost",
          "during",
          "asked",
          "done",
          "attempts",
          "under way",
          "wallet",
          "healed",
          "books");

  boolean isProven() {
    return differences.isEmpty();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-18s %-14s %6d %6d %8d %9d %7d %6.1f s  %s",
        loss.title(),
        step.title(),
        asked,
        done,
        attempts,
        underWay,
        walletOrders,
        healed.toMillis() / 1000.0,
        isProven() ? "gateway = shop, I1-I10 hold" : "FAILED");
  }
}
