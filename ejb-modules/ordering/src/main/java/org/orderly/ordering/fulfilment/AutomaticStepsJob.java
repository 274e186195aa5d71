package org.orderly.ordering.fulfilment;

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

/** Looks for steps that are due, if the configuration wants any. */
@Singleton
@Startup
class AutomaticStepsJob {

  private static final Logger LOG = Logger.getLogger(AutomaticStepsJob.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private AutomaticSteps steps;
  @Resource private ManagedThreadFactory threadFactory;

  private BackgroundJob backgroundJob;

  /** Public, since the EJB container finds no other. */
  public AutomaticStepsJob() {}

  @PostConstruct
  void start() {
    if (steps.areWanted()) {
      backgroundJob = BackgroundJob.start(threadFactory, "automatic-steps", this::turn);
    }
  }

  @PreDestroy
  void stop() {
    if (backgroundJob != null) {
      backgroundJob.stop(STOPPING);
    }
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    Thread.sleep(BETWEEN_LOOKS.toMillis());
    try {
      steps.take();
    } catch (SQLException | RuntimeException e) {
      if (!self.isStopping()) {
        LOG.log(Level.WARNING, e, () -> "steps that are due are taken later: " + e.getMessage());
      }
    }
  }
}
