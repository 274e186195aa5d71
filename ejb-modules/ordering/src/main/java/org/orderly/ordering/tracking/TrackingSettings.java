package org.orderly.ordering.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** How many may listen, and for how long. */
@ApplicationScoped
class TrackingSettings {

  private static final String PREFIX = "orderly.tracking.";

  private final Config config;

  @Inject
  TrackingSettings(Config config) {
    this.config = config;
  }

  /** Of one instance. */
  int streams() {
    return number("streams", 500);
  }

  /** Of one person, on one instance. */
  int streamsEach() {
    return number("streams-each", 8);
  }

  /** Of one address, however many people or orders it speaks for; on one instance. */
  int streamsOfAddress() {
    return number("streams-address", 100);
  }

  /** After which a listener has to come again. */
  Duration longest() {
    return Duration.ofSeconds(number("seconds", 600));
  }

  private int number(String name, int otherwise) {
    return config.getOptionalValue(PREFIX + name, Integer.class).orElse(otherwise);
  }
}
