package org.orderly.tests.drill.payments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.orderly.tests.drill.DrillSite;
import org.orderly.tests.drill.Patience;

/** Waits until the shop has nothing left to do about money, all by itself. */
final class SettlementWait {
  /** A hold without an order is given up after a minute. */
  private static final Duration HEALING = Duration.ofSeconds(150);

  private static final Map<String, String> OPEN =
      Map.of(
          "a hold that is nobody's",
          "select count(*) from card_intent where state in ('ASKED', 'HELD', 'STEP', 'RELEASING')",
          "a task of the gateway's",
          "select count(*) from payment_task where state = 'OPEN'",
          "a refund under way",
          "select count(*) from refund where status = 'PENDING'",
          "a transfer under way",
          "select count(*) from gateway_transfer where status = 'PENDING'");

  private static final List<String> SERVERS = List.of("ordering", "inventory", "payment");
  private static final List<String> OUTBOXES = List.of("inventory", "ordering", "payment");

  private final DrillSite drillSite;

  SettlementWait(DrillSite drillSite) {
    this.drillSite = drillSite;
  }

  /**
   * @throws org.orderly.tests.drill.ConditionNotMet if it does not come about
   */
  void await() throws InterruptedException {
    for (String server : SERVERS) {
      none("what is prepared in " + server, server, "select count(*) from pg_prepared_xacts");
    }
    for (Map.Entry<String, String> open : OPEN.entrySet()) {
      none(open.getKey(), "payment", open.getValue());
    }
    for (String domain : OUTBOXES) {
      none("the outbox of " + domain, domain, "select count(*) from outbox");
    }
  }

  private void none(String what, String database, String count) throws InterruptedException {
    Patience.await(HEALING, "the end of " + what, () -> drillSite.count(database, count) == 0);
  }
}
