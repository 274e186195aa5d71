package org.orderly.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.resilience.Backoff;

/** Seals what was committed; every instance tries, one of them does it at a time. */
@ApplicationScoped
class LedgerSealerJob {

  @Produces
  static BackgroundJob declare(LedgerSealer sealer) {
    return BackgroundJob.named("ledger-sealer")
        .every(Duration.ofMillis(500))
        .backsOff(Backoff.doubling(Duration.ofSeconds(1), Duration.ofSeconds(30)))
        .trouble("the ledger is sealed later")
        .runs(stopping -> sealer.sealBatch() == LedgerSealer.BATCH);
  }
}
