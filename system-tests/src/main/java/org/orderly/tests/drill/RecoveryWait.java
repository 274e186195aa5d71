package org.orderly.tests.drill;

import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** Waits until recovery is complete, and reports what it decided. */
final class RecoveryWait {
  private static final Duration DECIDING = Duration.ofSeconds(60);
  private static final Duration TELLING = Duration.ofSeconds(90);
  private static final List<String> SERVERS = List.of("ordering", "inventory", "payment");
  private static final List<String> OUTBOXES =
      List.of("identity", "catalog", "inventory", "ordering", "payment");

  private final DrillSite drillSite;
  private long lastResolution;

  RecoveryWait(DrillSite drillSite) {
    this.drillSite = drillSite;
  }

  /**
   * Returns when nothing is prepared, no deposit is open, no event waits and all are consumed.
   *
   * @param since orders of this time on
   * @throws ConditionNotMet if one of these does not come about
   */
  void settle(OffsetDateTime since) throws InterruptedException {
    for (String server : SERVERS) {
      Patience.await(
          DECIDING,
          "the end of what is prepared in " + server,
          () -> drillSite.count(server, "select count(*) from pg_prepared_xacts") == 0);
    }
    Patience.await(
        TELLING,
        "the end of all deposits",
        () ->
            drillSite.count(
                    "payment", "select count(*) from gateway_transfer where status = 'PENDING'")
                == 0);
    for (String domain : OUTBOXES) {
      Patience.await(
          TELLING,
          "an empty outbox in " + domain,
          () -> drillSite.count(domain, "select count(*) from outbox") == 0);
    }
    Patience.await(TELLING, "the notifications of all orders", () -> areTold(since));
  }

  private boolean areTold(OffsetDateTime since) throws SQLException {
    long placed =
        drillSite.count("ordering", "select count(*) from orders where placed_at >= ?", since);
    long told =
        drillSite.count(
            "notification",
            "select count(*) from inbox"
                + " where subscription = 'notification-ordering' and received_at >= ?",
            since);
    return told >= placed;
  }

  /** What resolvers did since the last call. */
  InDoubtSummary doubts() throws SQLException {
    List<String> rows =
        drillSite.rows(
            "ordering",
            "select id, database, action,"
                + " (extract(epoch from resolved_at - prepared_at) * 1000)::bigint"
                + " from tx_resolution where id > ? order by id",
            lastResolution);
    InDoubtSummary inDoubtSummary = new InDoubtSummary();
    for (String row : rows) {
      String[] words = row.split(" ");
      lastResolution = Long.parseLong(words[0]);
      inDoubtSummary.add(words[1], words[2].equals("COMMITTED"), Long.parseLong(words[3]));
    }
    return inDoubtSummary;
  }
}
