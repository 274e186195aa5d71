package org.orderly.payment.wallet;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Settles, on every instance, the transfers whose answer was lost or is still to come. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class TransferJob {

  private static final Logger LOG = Logger.getLogger(TransferJob.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  @Inject private TransferReconciler reconciler;
  @Resource private ManagedThreadFactory threadFactory;

  private BackgroundJob backgroundJob;
  private int failures;

  /** Public, since the EJB container finds no other. */
  public TransferJob() {}

  @PostConstruct
  void start() {
    backgroundJob = BackgroundJob.start(threadFactory, "transfer-reconciler", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    try {
      List<TransferRequest> due = reconciler.claim();
      for (TransferRequest order : due) {
        if (self.isStopping()) {
          return;
        }
        reconciler.settle(order);
      }
      failures = 0;
      if (due.isEmpty()) {
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (RuntimeException e) {
      failures++;
      if (!self.isStopping()) {
        Level level = failures == 1 ? Level.WARNING : Level.FINE;
        LOG.log(level, e, () -> "transfers are settled later: " + e.getMessage());
        long backoff = PAUSE.toMillis() << Math.min(failures, 5);
        Thread.sleep(Math.min(backoff, LONGEST_BACKOFF.toMillis()));
      }
    }
  }
}
