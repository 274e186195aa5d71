package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.orderly.tests.load.Latencies;

/**
 * What was measured of one shop with so many clients; several turns add up.
 *
 * @param used from the first order until everything that followed from them was done
 */
record BenchRow(BenchLoad.Outcome load, ResourceUsage used, Backlog.Time backlog) {

  BenchRow plus(BenchRow other) {
    Latencies latencies = new Latencies();
    latencies.add(load.latencies());
    latencies.add(other.load.latencies());
    Map<String, Long> refused = new TreeMap<>(load.refused());
    other.load.refused().forEach((why, n) -> refused.merge(why, n, Long::sum));
    return new BenchRow(
        new BenchLoad.Outcome(
            load.placed() + other.load.placed(),
            refused,
            load.failed() + other.load.failed(),
            load.nanos() + other.load.nanos(),
            latencies,
            load.clientNanos() + other.load.clientNanos()),
        used.plus(other.used),
        new Backlog.Time(
            Math.max(backlog.outboxMillis(), other.backlog.outboxMillis()),
            Math.max(backlog.allMillis(), other.backlog.allMillis())));
  }

  BigDecimal perSecond() {
    return perSecond(load.placed(), load.nanos());
  }

  static BigDecimal perSecond(long count, long nanos) {
    return BigDecimal.valueOf(count)
        .movePointRight(9)
        .divide(BigDecimal.valueOf(Math.max(1, nanos)), 1, RoundingMode.HALF_UP);
  }

  BigDecimal perOrder(long millis) {
    return perOrder(BigDecimal.valueOf(millis), 2);
  }

  BigDecimal perOrder(BigDecimal amount, int decimals) {
    return amount.divide(
        BigDecimal.valueOf(Math.max(1, load.placed())), decimals, RoundingMode.HALF_UP);
  }

  BigDecimal clientMillis() {
    return perOrder(BigDecimal.valueOf(load.clientNanos()).movePointLeft(6), 2);
  }

  long refusals() {
    return load.refused().values().stream().mapToLong(Long::longValue).sum();
  }
}
