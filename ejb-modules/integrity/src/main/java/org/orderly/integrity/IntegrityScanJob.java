package org.orderly.integrity;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.platform.jobs.BackgroundJob;

/** Lets the auditor look again and again, on every instance; one of them does it each time. */
@Singleton
@Startup
class IntegrityScanJob {

  private static final Logger LOG = Logger.getLogger(IntegrityScanJob.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private IntegrityScanner integrityScanner;
  @Inject private ScanSettings settings;
  @Resource private ManagedThreadFactory threadFactory;
  private BackgroundJob backgroundJob;
  private Duration pause = FIRST;

  /** Public, since the EJB container finds no other. */
  public IntegrityScanJob() {}

  @PostConstruct
  void start() {
    backgroundJob = BackgroundJob.start(threadFactory, "auditor", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    Thread.sleep(pause.toMillis());
    pause = settings.interval();
    try {
      integrityScanner.look();
    } catch (SQLException | RuntimeException e) {
      if (!self.isStopping()) {
        LOG.log(Level.WARNING, e, () -> "the books could not be looked at: " + e.getMessage());
      }
    }
  }
}
