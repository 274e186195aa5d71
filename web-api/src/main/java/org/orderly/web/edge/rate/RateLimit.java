package org.orderly.web.edge.rate;

import java.time.Duration;

/**
 * So many requests a minute, counted by the generic cell rate algorithm (ITU-T I.371, annex A.1): a
 * caller who was quiet may send all of them at once, and then one more each time that a minute's
 * share of one has passed.
 *
 * <p>All that is kept of a caller is a moment, the theoretical arrival time: until then its quota
 * is not whole again. Times are microseconds of any one clock.
 *
 * @param name of the class of addresses that it is for; counted apart from the others
 * @param perMinute 0 for no limit
 */
record RateLimit(String name, int perMinute) {

  static final Duration WINDOW = Duration.ofMinutes(1);

  private static final long MICROS = 1_000_000;
  private static final int HIGHEST = 1_000_000;

  RateLimit {
    if (perMinute < 0 || perMinute > HIGHEST) {
      throw new IllegalArgumentException(
          "the rate limit " + name + " is not between 0 and " + HIGHEST);
    }
  }

  boolean isOff() {
    return perMinute == 0;
  }

  /** Microseconds between requests of a steady caller. */
  long interval() {
    return WINDOW.toSeconds() * MICROS / perMinute;
  }

  /** For how far ahead of now a caller may have used its quota up. */
  long tolerance() {
    return interval() * perMinute;
  }

  /**
   * What becomes of one more request.
   *
   * @param arrival the moment that is kept of the caller; anything in the past for a new one
   */
  Verdict decide(long arrival, long now) {
    long from = Math.max(arrival, now);
    boolean admitted = from + interval() - now <= tolerance();
    return admitted
        ? new Verdict(this, true, from + interval() - now, 0)
        : new Verdict(this, false, from - now, from + interval() - tolerance() - now);
  }

  /**
   * @param used microseconds until the quota is whole again
   * @param pause microseconds until the next request is admitted; 0 for one that was
   */
  record Verdict(RateLimit limit, boolean admitted, long used, long pause) {

    /** How many more requests are admitted at once. */
    long remaining() {
      return Math.max(0, (limit.tolerance() - used) / limit.interval());
    }

    long resetSeconds() {
      return seconds(used);
    }

    /** At least one: who is told zero comes back at once. */
    long retrySeconds() {
      return Math.max(1, seconds(pause));
    }

    private static long seconds(long micros) {
      return (micros + MICROS - 1) / MICROS;
    }
  }
}
