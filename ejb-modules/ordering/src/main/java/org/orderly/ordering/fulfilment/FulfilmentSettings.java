package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Which steps orders take without being told. */
@ApplicationScoped
class FulfilmentSettings {

  private final Config config;

  @Inject
  FulfilmentSettings(Config config) {
    this.config = config;
  }

  /** Whether confirmed orders are taken into work at once. */
  boolean processes() {
    return config.getOptionalValue("orderly.orders.auto-process", Boolean.class).orElse(false);
  }

  /** For how long a shipment is on its way before it is taken to have arrived; empty for ever. */
  Optional<Duration> journey() {
    return config
        .getOptionalValue("orderly.orders.auto-deliver-days", Integer.class)
        .filter(days -> days > 0)
        .map(Duration::ofDays);
  }
}
