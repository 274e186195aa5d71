package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Ranks products by popularity every five minutes, on every instance. */
@ApplicationScoped
class PopularityJob {

  @Produces
  static BackgroundJob declare(Popularity popularity) {
    return BackgroundJob.named("popularity")
        .everyFull(Duration.ofMinutes(5))
        .trouble("products are ranked later")
        .repeats(popularity::compute);
  }
}
