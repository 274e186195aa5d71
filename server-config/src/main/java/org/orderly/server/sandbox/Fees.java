package org.orderly.server.sandbox;

/** What the gateway keeps of a capture: 1.4 % and 25 minor units, never more than all. */
final class Fees {
  private static final long PER_MILLE = 14;
  private static final long FLAT = 25;

  private Fees() {}

  static long of(long amount) {
    long share = (Math.multiplyExact(amount, PER_MILLE) + 500) / 1_000;
    return Math.min(amount, share + FLAT);
  }
}
