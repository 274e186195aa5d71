package org.orderly.tests.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Tells what was measured, as soon as it is known. */
final class BenchReport {

  private static final String HEAD =
      "%-34s %8s %7s %7s %7s %7s %6s | %7s %7s %6s %6s %6s %6s | %5s %5s | %5s %5s%n";
  private static final String ROW =
      "%-34s %8s %7s %7s %7s %7d %6d | %7s %7s %6s %6s %6s %6s | %5s %5s | %5s %5s%n";

  private final PrintStream out;

  BenchReport(PrintStream out) {
    this.out = out;
  }

  void say(String text, Object... values) {
    out.printf(Locale.ROOT, text + "%n", values);
  }

  void head() {
    say("");
    say(
        "CPU is in ms per order, and so is what PostgreSQL does: with all that follows from an order");
    out.printf(
        HEAD,
        "",
        "orders/s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "refused",
        "failed",
        "server",
        "postgr.",
        "broker",
        "redis",
        "mails",
        "client",
        "tx",
        "WALkB",
        "told",
        "done");
  }

  void row(String name, BenchRow benchRow) {
    ResourceUsage used = benchRow.used();
    out.printf(
        Locale.ROOT,
        ROW,
        name,
        benchRow.perSecond(),
        benchRow.load().latencies().percentile(50),
        benchRow.load().latencies().percentile(95),
        benchRow.load().latencies().percentile(99),
        benchRow.refusals(),
        benchRow.load().failed(),
        benchRow.perOrder(used.server()),
        benchRow.perOrder(used.postgres()),
        benchRow.perOrder(used.broker()),
        benchRow.perOrder(used.redis()),
        benchRow.perOrder(used.launcher()),
        benchRow.clientMillis(),
        benchRow.perOrder(used.transactions(), 1),
        benchRow.perOrder(used.walBytes().movePointLeft(3), 1),
        seconds(benchRow.backlog().outboxMillis()),
        seconds(benchRow.backlog().allMillis()));
    benchRow
        .load()
        .refused()
        .forEach((why, number) -> say("    refused: %s, %d times", why, number));
  }

  private static String seconds(long millis) {
    return millis < 0 ? "never" : BigDecimal.valueOf(millis / 100, 1) + "s";
  }

  void ratio(String name, BenchRow now, BenchRow before) {
    say(
        "%-34s %7sx orders/s, %sx CPU of the server, %sx of PostgreSQL, %sx p95",
        name,
        ratio(now.perSecond(), before.perSecond()),
        ratio(now.perOrder(now.used().server()), before.perOrder(before.used().server())),
        ratio(now.perOrder(now.used().postgres()), before.perOrder(before.used().postgres())),
        ratio(now.load().latencies().percentile(95), before.load().latencies().percentile(95)));
  }

  static BigDecimal ratio(BigDecimal one, BigDecimal other) {
    return other.signum() == 0 ? BigDecimal.ZERO : one.divide(other, 2, RoundingMode.HALF_UP);
  }

  void counted(String name, StatementsPerOrder statementsPerOrder, boolean everything) {
    say("");
    say(
        "%s: what the databases are asked per order, of %d orders; commits count those that only"
            + " read, too, and COMMIT PREPARED, but no PREPARE",
        name, statementsPerOrder.orders());
    out.printf(
        "  %-14s %11s %22s %9s %9s%n",
        "", "statements", "of these begin/end/set", "prepares", "commits");
    StatementCounts.Count sum = new StatementCounts.Count("all", 0, 0, 0, 0);
    for (StatementCounts.Count count : statementsPerOrder.after()) {
      StatementCounts.Count one = statementsPerOrder.of(count);
      count(statementsPerOrder, one);
      sum = sum.plus(one);
    }
    count(statementsPerOrder, sum);
    say(
        "  flushes of the log: %s per order",
        statementsPerOrder
            .used()
            .walSyncs()
            .divide(
                BigDecimal.valueOf(Math.max(1, statementsPerOrder.orders())),
                2,
                RoundingMode.HALF_UP));
    if (everything) {
      lines(statementsPerOrder, statementsPerOrder.lines());
    }
  }

  private void count(StatementsPerOrder statementsPerOrder, StatementCounts.Count count) {
    out.printf(
        "  %-14s %11s %22s %9s %9s%n",
        count.database(),
        statementsPerOrder.perOrder(count.statements()),
        statementsPerOrder.perOrder(count.bracket()),
        statementsPerOrder.perOrder(count.prepared()),
        statementsPerOrder.perOrder(count.commits()));
  }

  private void lines(StatementsPerOrder statementsPerOrder, List<StatementCounts.Line> lines) {
    for (StatementCounts.Line line : lines) {
      say(
          "  %-12s %6s  %6s ms  %s",
          line.database(),
          statementsPerOrder.perOrder(line.calls()),
          line.millis()
              .divide(BigDecimal.valueOf(Math.max(1, line.calls())), 3, RoundingMode.HALF_UP),
          line.text().substring(0, Math.min(160, line.text().length())));
    }
  }
}
