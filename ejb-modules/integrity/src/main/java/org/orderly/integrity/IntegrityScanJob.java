package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Repeats the integrity scan; every instance tries, one of them does it each time. */
@ApplicationScoped
class IntegrityScanJob {

  @Produces
  static BackgroundJob declare(IntegrityScanner scanner, ScanSettings settings) {
    return BackgroundJob.named("integrity-scan")
        .firstAfter(Duration.ofSeconds(5))
        .every(settings.interval())
        .trouble("the integrity checks could not run")
        .stopsWithin(Duration.ofSeconds(10))
        .repeats(scanner::look);
  }
}
