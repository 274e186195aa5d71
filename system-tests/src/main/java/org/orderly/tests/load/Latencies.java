package org.orderly.tests.load;

import java.math.BigDecimal;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long requests took, to a thousandth of each; any number of threads may record. */
public final class Latencies {
  private static final int DIGITS = 3;

  private final Histogram nanos = new ConcurrentHistogram(DIGITS);

  /** Counts one request. */
  public void record(long took) {
    nanos.recordValue(Math.max(0, took));
  }

  /** Counts the requests of another measurement too. */
  public void add(Latencies other) {
    nanos.add(other.nanos);
  }

  public long count() {
    return nanos.getTotalCount();
  }

  /** In milliseconds with one decimal; zero if there was no request. */
  public BigDecimal percentile(int percent) {
    long value = count() == 0 ? 0 : nanos.getValueAtPercentile(percent);
    return BigDecimal.valueOf(value / 100_000, 1);
  }

  @Override
  public String toString() {
    return "p50 %s ms, p95 %s ms, p99 %s ms"
        .formatted(percentile(50), percentile(95), percentile(99));
  }
}
