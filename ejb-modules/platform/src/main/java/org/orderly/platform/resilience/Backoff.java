package org.orderly.platform.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/**
 * Back-off between retries: the pauses grow by a factor with each failure in a row, up to a limit.
 *
 * @param first the pause after the first failure
 * @param factor by how much each pause is longer than the one before; 1 for pauses of one length
 * @param longest the limit, before jitter
 * @param jitter spreads the pauses of callers that failed together
 */
public record Backoff(Duration first, int factor, Duration longest, Jitter jitter) {

  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0 || factor < 1) {
      throw new IllegalArgumentException(
          "back-off from " + first + " to " + longest + " by " + factor);
    }
  }

  /** Pauses that double from the first to the longest, without jitter. */
  public static Backoff doubling(Duration first, Duration longest) {
    return new Backoff(first, 2, longest, Jitter.NONE);
  }

  /** The same pause after each failure. */
  public static Backoff constant(Duration pause) {
    return new Backoff(pause, 1, pause, Jitter.NONE);
  }

  public Backoff withJitter(Jitter spread) {
    return new Backoff(first, factor, longest, spread);
  }

  /**
   * The pause after a failure.
   *
   * @param failures how many there were in a row, from 1
   */
  public Duration after(int failures) {
    return after(failures, bound -> ThreadLocalRandom.current().nextLong(bound));
  }

  /**
   * The same with a given source of random numbers.
   *
   * @param random returns a number from 0 to less than its argument
   */
  public Duration after(int failures, LongUnaryOperator random) {
    return jitter.spread(withoutJitter(failures), random);
  }

  private Duration withoutJitter(int failures) {
    Duration pause = first;
    for (int i = 1; factor > 1 && i < failures && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(factor);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /**
   * The range in which a pause is drawn at random, in percent of the pause.
   *
   * @param leastPercent from
   * @param mostPercent to, inclusive
   */
  public record Jitter(int leastPercent, int mostPercent) {

    public static final Jitter NONE = new Jitter(100, 100);

    public Jitter {
      if (leastPercent < 0 || mostPercent < leastPercent) {
        throw new IllegalArgumentException(leastPercent + " to " + mostPercent + " percent");
      }
    }

    private Duration spread(Duration pause, LongUnaryOperator random) {
      if (leastPercent == mostPercent) {
        return percent(pause, leastPercent);
      }
      long range = percent(pause, mostPercent - leastPercent).toMillis();
      return percent(pause, leastPercent).plusMillis(random.applyAsLong(range + 1));
    }

    private static Duration percent(Duration pause, int percent) {
      return pause.multipliedBy(percent).dividedBy(100);
    }
  }
}
