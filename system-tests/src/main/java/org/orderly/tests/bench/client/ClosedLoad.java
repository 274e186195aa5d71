package org.orderly.tests.bench.client;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Each client sends when it has its answer, until the time is over. */
record ClosedLoad(long deadline, LongSupplier clock) implements Arrivals {
  @Override
  public OptionalLong next() {
    long now = clock.getAsLong();
    return now - deadline < 0 ? OptionalLong.of(now) : OptionalLong.empty();
  }
}
