package org.orderly.ledger.seal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Keeps sealing on every instance; whoever comes first does it. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class LedgerSealerJob {

  private static final Logger LOG = Logger.getLogger(LedgerSealerJob.class.getName());
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  @Inject private LedgerSealer ledgerSealer;
  @Resource private ManagedThreadFactory threadFactory;

  private BackgroundJob backgroundJob;
  private int failures;

  /** Public, since the EJB container finds no other. */
  public LedgerSealerJob() {}

  @PostConstruct
  void start() {
    backgroundJob = BackgroundJob.start(threadFactory, "ledger-sealer", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    try {
      if (ledgerSealer.sealBatch() < LedgerSealer.BATCH) {
        Thread.sleep(PAUSE.toMillis());
      }
      failures = 0;
    } catch (SQLException | RuntimeException e) {
      failures++;
      if (!self.isStopping()) {
        Level level = failures == 1 ? Level.WARNING : Level.FINE;
        LOG.log(level, e, () -> "the ledger is sealed later: " + e.getMessage());
        Duration backoff = PAUSE.multipliedBy(1L << Math.min(failures, 6));
        Thread.sleep(Math.min(backoff.toMillis(), LONGEST_BACKOFF.toMillis()));
      }
    }
  }
}
