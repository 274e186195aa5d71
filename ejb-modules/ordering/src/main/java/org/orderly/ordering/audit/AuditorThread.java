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
  private Thread thread;
  private volatile boolean stopping;

  /** Public, since the EJB container finds no other. */
  public AuditorThread() {}

  @PostConstruct
  void start() {
    thread = threadFactory.newThread(this::run);
    thread.setName("auditor");
    thread.start();
  }

  @PreDestroy
  void stop() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(STOPPING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      Thread.sleep(FIRST.toMillis());
      while (!stopping) {
        look();
        Thread.sleep(settings.interval().toMillis());
      }
    } catch (InterruptedException e) {
      // only stop() interrupts
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      auditor.look();
    } catch (SQLException | RuntimeException e) {
      if (!stopping) {
        LOG.log(Level.WARNING, e, () -> "the books could not be looked at: " + e.getMessage());
      }
    }
  }
}
