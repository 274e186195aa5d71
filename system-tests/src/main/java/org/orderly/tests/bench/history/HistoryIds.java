package org.orderly.tests.bench.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Ids of version 7 over a year of the past, in order of time, so that the indexes of the tables
 * look as if the orders had been placed one after the other.
 */
final class HistoryIds {

  private static final Duration YESTERDAY = Duration.ofDays(1);
  private static final Duration YEAR = Duration.ofDays(365);
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;
  private static final long LOW_BITS = 0x3fffffffffffffffL;
  private static final long TWELVE_BITS = 0xfff;

  private final Instant oldest;
  private final long number;
  private final Random random;

  HistoryIds(Instant now, long number, long seed) {
    this.oldest = now.minus(YESTERDAY).minus(YEAR);
    this.number = number;
    this.random = new Random(seed);
  }

  /** One order of the past. */
  record Slot(UUID id, Instant at) {}

  /** So many from this one on, counted from the oldest. */
  List<Slot> from(long first, int count) {
    List<Slot> slots = new ArrayList<>();
    for (long which = first; which < first + count; which++) {
      long millis = oldest.toEpochMilli() + YEAR.toMillis() / number * which;
      slots.add(new Slot(id(millis), Instant.ofEpochMilli(millis)));
    }
    return slots;
  }

  private UUID id(long millis) {
    long most = millis << 16 | VERSION | random.nextLong() & TWELVE_BITS;
    return new UUID(most, VARIANT | random.nextLong() & LOW_BITS);
  }
}
