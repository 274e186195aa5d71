package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.Config;

/** For how long after their arrival buyers may ask to send goods back. */
@ApplicationScoped
class ReturnWindow {

  private static final int DAYS = 30;

  private final Duration length;

  @Inject
  ReturnWindow(Config config) {
    this(
        Duration.ofDays(
            config.getOptionalValue("orderly.orders.return-days", Integer.class).orElse(DAYS)));
  }

  ReturnWindow(Duration length) {
    this.length = length;
  }

  /**
   * @throws ReturnWindowClosed if the goods arrived too long ago
   */
  void requireOpen(Instant arrival, Instant now) {
    Instant closes = arrival.plus(length);
    if (now.isAfter(closes)) {
      throw new ReturnWindowClosed(closes);
    }
  }
}
