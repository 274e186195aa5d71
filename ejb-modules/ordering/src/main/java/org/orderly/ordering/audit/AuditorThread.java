package org.orderly.ordering.audit;

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

/** Lets the auditor look again and again, on every instance; one of them does it each time. */
@Singleton
@Startup
class AuditorThread {

  private static final Logger LOG = Logger.getLogger(AuditorThread.class.getName());
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private Auditor auditor;
  @Inject private AuditSettings settings;
  @Resource private ManagedThreadFactory threadFactory;
  private Worker worker;
  private Duration pause = FIRST;

  /** Public, since the EJB container finds no other. */
  public AuditorThread() {}

  @PostConstruct
  void start() {
    worker = Worker.start(threadFactory, "auditor", this::turn);
  }

  @PreDestroy
  void stop() {
    worker.stop(STOPPING);
  }

  private void turn(Worker self) throws InterruptedException {
    Thread.sleep(pause.toMillis());
    pause = settings.interval();
    try {
      auditor.look();
    } catch (SQLException | RuntimeException e) {
      if (!self.isStopping()) {
        LOG.log(Level.WARNING, e, () -> "the books could not be looked at: " + e.getMessage());
      }
    }
  }
}
