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
import org.orderly.messaging.Worker;

/** Looks for steps that are due, if the configuration wants any. */
@Singleton
@Startup
class AutomaticStepsThread {

  private static final Logger LOG = Logger.getLogger(AutomaticStepsThread.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private AutomaticSteps steps;
  @Resource private ManagedThreadFactory threadFactory;

  private Worker worker;

  /** Public, since the EJB container finds no other. */
  public AutomaticStepsThread() {}

  @PostConstruct
  void start() {
    if (steps.areWanted()) {
      worker = Worker.start(threadFactory, "automatic-steps", this::turn);
    }
  }

  @PreDestroy
  void stop() {
    if (worker != null) {
      worker.stop(STOPPING);
    }
  }

  private void turn(Worker self) throws InterruptedException {
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
