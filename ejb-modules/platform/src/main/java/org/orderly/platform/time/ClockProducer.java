package org.orderly.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * The clock that everything injected reads, so that a test can turn it. It ticks in microseconds,
 * as the databases do: an instant reads back as it was written. Its zone is the shop's.
 */
@ApplicationScoped
class ClockProducer {

  @Produces
  Clock clock() {
    return Clock.tick(Clock.system(ShopZone.configured().id()), Duration.of(1, ChronoUnit.MICROS));
  }
}
