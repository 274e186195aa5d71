package org.orderly.tests.bench.client;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests come at a fixed rate, as from people who do not know of one another. A slow answer
 * delays nobody's moment: who is served late has waited, and is counted from the moment meant for
 * it.
 */
final class OpenLoad implements Arrivals {

  private static final long SECOND = 1_000_000_000;

  private final long begin;
  private final int perSecond;
  private final long number;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param begin the moment of the first one
   * @param nanos how long they keep coming
   */
  OpenLoad(long begin, int perSecond, long nanos) {
    this.begin = begin;
    this.perSecond = perSecond;
    this.number = Math.ceilDiv(Math.multiplyExact(nanos / 1_000, (long) perSecond), SECOND / 1_000);
  }

  @Override
  public OptionalLong next() {
    long which = taken.getAndIncrement();
    return which < number
        ? OptionalLong.of(begin + which * SECOND / perSecond)
        : OptionalLong.empty();
  }

  @Override
  public long untaken() {
    return Math.max(0, number - taken.get());
  }
}
