package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.orderly.tests.bench.client.LoadResult;
import org.orderly.tests.bench.shop.Backlog;
import org.orderly.tests.bench.usage.ResourceUsage;
import org.orderly.tests.load.Latencies;

/**
 * What was measured of one shop with so many clients; several turns add up.
 *
 * @param rate the requests a second of open load; 0 for closed load
 * @param history how many orders were in the tables, if they had been filled; else 0
 * @param used from the first request until everything that followed from them was done
 */
record BenchRow(
    Scenario scenario,
    int clients,
    int rate,
    long history,
    LoadResult load,
    ResourceUsage used,
    Backlog.Time backlog) {

  BenchRow plus(BenchRow other) {
    return new BenchRow(
        scenario,
        clients,
        rate,
        history,
        load.plus(other.load),
        used.plus(other.used),
        new Backlog.Time(
            longer(backlog.outboxMillis(), other.backlog.outboxMillis()),
            longer(backlog.allMillis(), other.backlog.allMillis())));
  }

  private static long longer(long one, long other) {
    return Math.min(one, other) < 0 ? -1 : Math.max(one, other);
  }

  BenchRow with(long orders) {
    return new BenchRow(scenario, clients, rate, orders, load, used, backlog);
  }

  /** What the row is about: orders, answers, or refusals. */
  long counted() {
    return scenario.isRefused() ? load.refusedInAll() : load.done();
  }

  Latencies latencies() {
    return scenario.isRefused() ? load.refusals() : load.latencies();
  }

  BigDecimal perSecond() {
    return perSecond(counted(), load.nanos());
  }

  static BigDecimal perSecond(long count, long nanos) {
    return BigDecimal.valueOf(count)
        .movePointRight(9)
        .divide(BigDecimal.valueOf(Math.max(1, nanos)), 1, RoundingMode.HALF_UP);
  }

  BigDecimal perRequest(long millis) {
    return perRequest(BigDecimal.valueOf(millis), scenario.isRead() ? 3 : 2);
  }

  BigDecimal perRequest(BigDecimal amount, int decimals) {
    return amount.divide(
        BigDecimal.valueOf(Math.max(1, counted())), decimals, RoundingMode.HALF_UP);
  }
}
