package org.orderly.tests.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.orderly.tests.bench.usage.ResourceUsage;
import org.orderly.tests.bench.usage.StatementCounts;
import org.orderly.tests.bench.usage.StatementsPerOrder;

/** Tells what was measured, as soon as it is known. */
final class BenchReport {

  private static final String HEAD =
      "%-50s %8s %7s %7s %7s %7s %6s | %7s %6s %6s %7s %6s %6s %6s %6s | %5s %5s %5s | %5s %5s%n";
  private static final String ROW =
      "%-50s %8s %7s %7s %7s %7d %6d | %7s %6s %6s %7s %6s %6s %6s %6s | %5s %5s %5s | %5s %5s%n";

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
        "CPU is in ms per request, and so is what PostgreSQL does: with all that follows from it; JIT"
            + " and GC are parts of the server's");
    out.printf(
        HEAD,
        "",
        "a second",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "refused",
        "failed",
        "server",
        "JIT",
        "GC",
        "postgr.",
        "broker",
        "redis",
        "mails",
        "client",
        "msgs",
        "tx",
        "WALkB",
        "sent",
        "done");
  }

  void row(String prefix, BenchRow row) {
    ResourceUsage used = row.used();
    out.printf(
        Locale.ROOT,
        ROW,
        title(prefix, row),
        row.perSecond(),
        row.latencies().percentile(50),
        row.latencies().percentile(95),
        row.latencies().percentile(99),
        row.load().refusedInAll(),
        row.load().failed() + row.load().unsent(),
        row.perRequest(used.server()),
        row.perRequest(used.compilers()),
        row.perRequest(used.collectors()),
        row.perRequest(used.postgres()),
        row.perRequest(used.broker()),
        row.perRequest(used.redis()),
        row.perRequest(used.mails()),
        row.perRequest(row.load().cpuMillis()),
        used.messages() < 0 ? "?" : row.perRequest(BigDecimal.valueOf(used.messages()), 1),
        row.perRequest(used.transactions(), 1),
        row.perRequest(used.walBytes().movePointLeft(3), 1),
        seconds(row.backlog().outboxMillis()),
        seconds(row.backlog().allMillis()));
    row.load().refused().forEach((why, number) -> say("    refused: %s, %d times", why, number));
  }

  /** What a row is called, for people. */
  static String title(String prefix, BenchRow row) {
    StringBuilder title = new StringBuilder(prefix);
    title.append(row.clients()).append(row.clients() == 1 ? " client, " : " clients, ");
    title.append(row.scenario().title());
    if (row.rate() > 0) {
      title.append(", ").append(row.rate()).append("/s");
    }
    if (row.history() > 0) {
      title.append(String.format(Locale.ROOT, ", %,d in the tables", row.history()));
    }
    return title.toString();
  }

  void floor(BenchResult.Floor floor) {
    say("  %3d clients, %-26s %8s", floor.clients(), floor.protocol().title(), floor.perSecond());
  }

  private static String seconds(long millis) {
    return millis < 0 ? "never" : BigDecimal.valueOf(millis / 100, 1) + "s";
  }

  void ratio(String name, BenchRow now, BenchRow before) {
    say(
        "%-50s %7sx a second, %sx CPU of the server, %sx of PostgreSQL, %sx p95",
        name,
        Ratio.divide(now.perSecond(), before.perSecond()),
        Ratio.divide(
            now.perRequest(now.used().server()), before.perRequest(before.used().server())),
        Ratio.divide(
            now.perRequest(now.used().postgres()), before.perRequest(before.used().postgres())),
        Ratio.divide(now.latencies().percentile(95), before.latencies().percentile(95)));
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
    statementsPerOrder.all().forEach(count -> count(statementsPerOrder, count));
    say(
        "  per order: %s flushes of the log, %s messages to PostgreSQL",
        statementsPerOrder.perOrder(statementsPerOrder.used().walSyncs()),
        statementsPerOrder.used().messages() < 0
            ? "?"
            : statementsPerOrder.perOrder(statementsPerOrder.used().messages()));
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
