package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import org.orderly.tests.bench.usage.ResourceUsage;
import org.orderly.tests.bench.usage.StatementCounts;
import org.orderly.tests.load.Latencies;

/**
 * The figures of a run as Markdown: ratios first, then the rows, then what they were held against.
 */
final class MarkdownReport {

  private final BenchResult result;
  private final StringBuilder text = new StringBuilder();

  MarkdownReport(BenchResult result, HostDescription machine) {
    this.result = result;
    text.append("`./orderly bench ").append(result.command()).append("`, ");
    text.append(result.began()).append(", ").append(machine).append("; ");
    text.append(result.options().time().toSeconds()).append(" s a row.\n");
  }

  String text() {
    table(List.of("ratio", "value"));
    result.ratios().forEach(ratio -> line(ratio.name(), ratio.value()));
    rows();
    floors();
    statements();
    ends();
    return text.toString();
  }

  private void rows() {
    table(
        List.of(
            "row",
            "a second",
            "p50 ms",
            "p95",
            "p99",
            "longest",
            "refused",
            "failed",
            "server ms",
            "of it JIT",
            "of it GC",
            "PostgreSQL ms",
            "broker ms",
            "Redis ms",
            "mails ms",
            "client ms",
            "messages",
            "transactions",
            "WAL bytes"));
    for (BenchResult.Measured measured : result.rows()) {
      BenchRow row = measured.row();
      ResourceUsage used = row.used();
      Latencies latencies = row.latencies();
      line(
          BenchReport.title(measured.variant() + ": ", row),
          row.perSecond(),
          latencies.percentile(50),
          latencies.percentile(95),
          latencies.percentile(99),
          latencies.longest(),
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
          used.messages() < 0 ? "?" : row.perRequest(BigDecimal.valueOf(used.messages()), 2),
          row.perRequest(used.transactions(), 2),
          row.perRequest(used.walBytes(), 0));
    }
  }

  private void floors() {
    if (!result.floors().isEmpty()) {
      table(List.of("floor", "clients", "measured", "orders a second"));
      for (BenchResult.Floor floor : result.floors()) {
        line(
            floor.protocol().title(),
            floor.clients(),
            floor.after() ? "after" : "before",
            floor.perSecond());
      }
    }
  }

  private void statements() {
    for (BenchResult.Counted counted : result.counts()) {
      table(
          List.of(
              counted.variant() + ", " + counted.clients() + " clients, an order",
              "statements",
              "of these begin, end, set",
              "prepares",
              "commits"));
      for (StatementCounts.Count count : counted.counts().all()) {
        line(
            count.database(),
            counted.counts().perOrder(count.statements()),
            counted.counts().perOrder(count.bracket()),
            counted.counts().perOrder(count.prepared()),
            counted.counts().perOrder(count.commits()));
      }
    }
  }

  private void ends() {
    table(List.of("shop", "warm-up, integrity checks and sums"));
    result
        .warmUps()
        .forEach(one -> line(one.variant(), one.scenario().code() + ": " + one.warmUp()));
    for (BenchResult.Proven proof : result.proofs()) {
      line(
          proof.variant(),
          proof.broken().isEmpty() ? "all pass" : String.join("; ", proof.broken()));
    }
  }

  private void table(List<String> head) {
    text.append('\n');
    line(head.toArray());
    line(head.stream().map(cell -> "---").toArray());
  }

  private void line(Object... cells) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |\n");
    for (Object cell : cells) {
      line.add(cell.toString().replace("|", "\\|"));
    }
    text.append(line);
  }
}
