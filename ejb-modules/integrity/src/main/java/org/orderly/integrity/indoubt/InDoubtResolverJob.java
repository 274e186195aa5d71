package org.orderly.integrity.indoubt;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Looks for transactions in doubt: once before the application is ready, then all the time. */
@Singleton
@Startup
class InDoubtResolverJob {

  private static final Logger LOG = Logger.getLogger(InDoubtResolverJob.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  @Inject private RecoveryStartup recoveryStartup;
  @Inject private InDoubtTransactions transactions;
  @Resource private ManagedThreadFactory threadFactory;
  private BackgroundJob backgroundJob;

  /** Public, since the EJB container finds no other. */
  public InDoubtResolverJob() {}

  @PostConstruct
  void start() {
    recoveryStartup.take();
    transactions.resolve();
    backgroundJob = BackgroundJob.start(threadFactory, "in-doubt-resolver", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    Thread.sleep(BETWEEN_LOOKS.toMillis());
    try {
      transactions.resolve();
      recoveryStartup.keep();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "could not look for transactions in doubt");
    }
  }
}
