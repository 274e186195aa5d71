package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderly.tests.bench.client.LoadResult;
import org.orderly.tests.bench.client.PaymentMode;
import org.orderly.tests.bench.shop.Backlog;
import org.orderly.tests.bench.usage.ResourceUsage;
import org.orderly.tests.load.Latencies;

/** Figures of a bench that nobody has measured. */
final class BenchFigures {

  private static final long SECOND = 1_000_000_000;

  private BenchFigures() {}

  static BenchOptions options(List<Integer> clients, Optional<Path> result) {
    return new BenchOptions(
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        clients,
        Scenario.CHECKOUT,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        1,
        true,
        false,
        PaymentMode.WALLET,
        result,
        result.map(file -> file.resolveSibling("figures.md")));
  }

  /** A row of one second. */
  static BenchRow row(Scenario scenario, int clients, long done, long refused, long serverMillis) {
    Latencies latencies = new Latencies();
    Latencies refusals = new Latencies();
    for (long i = 1; i <= done; i++) {
      latencies.record(i * 1_000_000);
    }
    for (long i = 1; i <= refused; i++) {
      refusals.record(i * 100_000);
    }
    Map<String, Long> why = refused == 0 ? Map.of() : Map.of("409 insufficient-stock", refused);
    return new BenchRow(
        scenario,
        clients,
        0,
        0,
        new LoadResult(done, why, 0, 0, SECOND, 30, latencies, refusals),
        new ResourceUsage(
            serverMillis,
            serverMillis / 10,
            serverMillis / 20,
            200,
            50,
            10,
            5,
            1_000,
            BigDecimal.valueOf(300),
            BigDecimal.valueOf(400_000),
            BigDecimal.valueOf(70)),
        new Backlog.Time(100, 700));
  }
}
