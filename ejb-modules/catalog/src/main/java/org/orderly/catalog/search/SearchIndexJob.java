package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Brings the index up to date after a migration and after changes by SQL, on every instance. */
@ApplicationScoped
class SearchIndexJob {

  @Produces
  static BackgroundJob declare(SearchIndexRepository index) {
    return BackgroundJob.named("search-index")
        .every(Duration.ofSeconds(10))
        .trouble("some products are found by their former words")
        .runs(stopping -> index.writeSome());
  }
}
