package org.orderly.tests.load;

import java.math.BigDecimal;
import java.util.List;

/** How long requests took; percentiles by nearest rank. */
public record Latencies(List<Long> nanos) {

  public Latencies {
    nanos = nanos.stream().sorted().toList();
  }

  /** In milliseconds with one decimal; zero if there was no request. */
  public BigDecimal percentile(int percent) {
    if (nanos.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int rank = Math.max(1, (nanos.size() * percent + 99) / 100);
    return BigDecimal.valueOf(nanos.get(rank - 1) / 100_000, 1);
  }

  @Override
  public String toString() {
    return "p50 %s ms, p95 %s ms, p99 %s ms"
        .formatted(percentile(50), percentile(95), percentile(99));
  }
}
