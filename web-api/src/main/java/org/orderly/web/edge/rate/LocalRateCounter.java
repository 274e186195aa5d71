package org.orderly.web.edge.rate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.orderly.web.edge.rate.RateLimit.Verdict;

/**
 * Counts for this instance alone, in memory that is bounded: of too many callers it forgets those
 * that were heard of least lately.
 */
final class LocalRateCounter {

  static final int CALLERS = 20_000;

  private final LongSupplier nanoTime;
  private final Map<String, Long> arrivals =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > CALLERS;
        }
      };

  LocalRateCounter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized Verdict take(RateLimit limit, String caller) {
    long now = TimeUnit.NANOSECONDS.toMicros(nanoTime.getAsLong());
    String key = limit.name() + ' ' + caller;
    Verdict verdict = limit.decide(arrivals.getOrDefault(key, Long.MIN_VALUE), now);
    if (verdict.admitted()) {
      arrivals.put(key, now + verdict.used());
    }
    return verdict;
  }
}
