package org.orderly.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntUnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How patiently a delivery is tried again: after 10 s, then twice as long each time, a fifth more
 * or less so that endpoints that fell over together are not hit together. Fourteen attempts take
 * about a day.
 */
@ApplicationScoped
class DeliveryRetryPolicy {

  private static final int SPREAD_PERCENT = 20;
  private static final int MOST_DOUBLINGS = 20;
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Duration first;
  private final int attempts;
  private final Duration patience;
  private final IntUnaryOperator random;

  @Inject
  DeliveryRetryPolicy(
      @ConfigProperty(name = "orderly.webhook.retry.seconds", defaultValue = "10") int first,
      @ConfigProperty(name = "orderly.webhook.attempts", defaultValue = "14") int attempts,
      @ConfigProperty(name = "orderly.webhook.pause.hours", defaultValue = "72") int patience) {
    this(
        Duration.ofSeconds(Math.max(1, first)),
        Math.max(1, attempts),
        Duration.ofHours(Math.max(1, patience)),
        bound -> ThreadLocalRandom.current().nextInt(bound));
  }

  /**
   * @param random gives a number from 0 to less than the one it is given
   */
  DeliveryRetryPolicy(Duration first, int attempts, Duration patience, IntUnaryOperator random) {
    this.first = first;
    this.attempts = attempts;
    this.patience = patience;
    this.random = random;
  }

  boolean exhausted(int attempt) {
    return attempt >= attempts;
  }

  /** The pause after the attempt of this number, from 1. */
  Duration pauseAfter(int attempt) {
    Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
    Duration bounded = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    int percent = 100 - SPREAD_PERCENT + random.applyAsInt(2 * SPREAD_PERCENT + 1);
    return bounded.multipliedBy(percent).dividedBy(100);
  }

  /** For how long an endpoint may fail without a success before it is paused. */
  Duration patience() {
    return patience;
  }
}
