package org.orderly.tests.drill.history;

import java.util.OptionalLong;

/**
 * An operation on one counter, which takes effect at one moment between its begin and its end.
 *
 * @param label names it in a report
 * @param delta what it adds; 0 for a reading
 * @param before the value that it must find; empty for any that stays above zero
 * @param endNanos {@link Long#MAX_VALUE} if nobody was told
 */
record CounterOperation(
    String label, long delta, OptionalLong before, long beginNanos, long endNanos) {

  static CounterOperation change(String label, long delta, long beginNanos, long endNanos) {
    return new CounterOperation(label, delta, OptionalLong.empty(), beginNanos, endNanos);
  }

  static CounterOperation reading(String label, long value, long beginNanos, long endNanos) {
    return new CounterOperation(label, 0, OptionalLong.of(value), beginNanos, endNanos);
  }

  boolean isPinned() {
    return before.isPresent();
  }
}
