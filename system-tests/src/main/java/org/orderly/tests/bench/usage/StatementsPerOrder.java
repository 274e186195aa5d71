package org.orderly.tests.bench.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** How often the databases were asked for so many orders. */
public record StatementsPerOrder(
    long orders,
    List<StatementCounts.Count> before,
    List<StatementCounts.Count> after,
    List<StatementCounts.Line> lines,
    ResourceUsage used) {

  /** Of one database: what happened between the two counts. */
  private StatementCounts.Count of(StatementCounts.Count count) {
    long commitsBefore =
        before.stream()
            .filter(earlier -> earlier.database().equals(count.database()))
            .mapToLong(StatementCounts.Count::commits)
            .sum();
    return new StatementCounts.Count(
        count.database(),
        count.statements(),
        count.bracket(),
        count.prepared(),
        count.commits() - commitsBefore);
  }

  /** Of each database, and last of all together. */
  public List<StatementCounts.Count> all() {
    List<StatementCounts.Count> all = new ArrayList<>(after.stream().map(this::of).toList());
    all.add(
        all.stream()
            .reduce(new StatementCounts.Count("all", 0, 0, 0, 0), StatementCounts.Count::plus));
    return all;
  }

  public BigDecimal perOrder(long number) {
    return perOrder(BigDecimal.valueOf(number));
  }

  public BigDecimal perOrder(BigDecimal number) {
    return number.divide(BigDecimal.valueOf(Math.max(1, orders)), 2, RoundingMode.HALF_UP);
  }
}
