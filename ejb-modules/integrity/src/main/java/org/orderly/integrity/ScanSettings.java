package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** How long things may take before they count, and how much the auditor does. */
@ApplicationScoped
class ScanSettings {

  private static final String PREFIX = "orderly.integrity.";

  private final Config config;

  @Inject
  ScanSettings(Config config) {
    this.config = config;
  }

  /** From when on a prepared transaction breaks I9. */
  Duration inDoubt() {
    return Duration.ofSeconds(number("in-doubt-seconds", 60));
  }

  /** From when on a payment without an outcome breaks I10. */
  Duration unresolved() {
    return Duration.ofMinutes(number("unresolved-minutes", 15));
  }

  /** How long a caller waits for the report at most. */
  Duration answer() {
    return Duration.ofSeconds(number("answer-seconds", 20));
  }

  /** Between two looks of the auditor. */
  Duration interval() {
    return Duration.ofSeconds(number("interval-seconds", 60));
  }

  /** How long one look of the auditor takes at most. */
  Duration work() {
    return Duration.ofSeconds(number("work-seconds", 5));
  }

  private long number(String name, long otherwise) {
    return config.getOptionalValue(PREFIX + name, Long.class).orElse(otherwise);
  }
}
