package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.platform.resilience.Backoff;

/**
 * Retry policy of webhook deliveries: after 10 s, then twice as long each time, up to 12 hours. A
 * jitter of a fifth keeps endpoints that failed together from being called together. Fourteen
 * attempts take about a day.
 */
@ApplicationScoped
class DeliveryRetryPolicy {

  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Backoff.Jitter JITTER = new Backoff.Jitter(80, 120);

  private final Backoff backoff;
  private final int attempts;
  private final Duration patience;

  @Inject
  DeliveryRetryPolicy(
      @ConfigProperty(name = "orderly.webhook.retry.seconds", defaultValue = "10") int first,
      @ConfigProperty(name = "orderly.webhook.attempts", defaultValue = "14") int attempts,
      @ConfigProperty(name = "orderly.webhook.pause.hours", defaultValue = "72") int patience) {
    this(
        Duration.ofSeconds(Math.max(1, first)),
        Math.max(1, attempts),
        Duration.ofHours(Math.max(1, patience)));
  }

  DeliveryRetryPolicy(Duration first, int attempts, Duration patience) {
    Duration shortest = first.compareTo(LONGEST) < 0 ? first : LONGEST;
    this.backoff = Backoff.doubling(shortest, LONGEST).withJitter(JITTER);
    this.attempts = attempts;
    this.patience = patience;
  }

  boolean exhausted(int attempt) {
    return attempt >= attempts;
  }

  /** The pause after the attempt of this number, from 1. */
  Duration pauseAfter(int attempt) {
    return pauseAfter(attempt, bound -> ThreadLocalRandom.current().nextLong(bound));
  }

  /**
   * The same with a given source of random numbers.
   *
   * @param random returns a number from 0 to less than its argument
   */
  Duration pauseAfter(int attempt, LongUnaryOperator random) {
    return backoff.after(attempt, random);
  }

  /** For how long an endpoint may fail without a success before it is paused. */
  Duration patience() {
    return patience;
  }
}
