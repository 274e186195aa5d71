package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How often the databases were asked for so many orders. */
record StatementsPerOrder(
    long orders,
    List<StatementCounts.Count> before,
    List<StatementCounts.Count> after,
    List<StatementCounts.Line> lines,
    ResourceUsage used) {

  /** Of one database: what happened between the two counts. */
  StatementCounts.Count of(StatementCounts.Count count) {
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

  BigDecimal perOrder(long number) {
    return BigDecimal.valueOf(number)
        .divide(BigDecimal.valueOf(Math.max(1, orders)), 2, RoundingMode.HALF_UP);
  }
}
