package org.orderly.ordering;

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

/** Looks for transactions in doubt: once before the application is ready, then all the time. */
@Singleton
@Startup
class ResolverThread {

  private static final Logger LOG = Logger.getLogger(ResolverThread.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration STOPPING = Duration.ofSeconds(5);

  @Inject private Footing footing;
  @Inject private InDoubtTransactions transactions;
  @Resource private ManagedThreadFactory threadFactory;
  private Thread thread;

  /** Public, since the EJB container finds no other. */
  public ResolverThread() {}

  @PostConstruct
  void start() {
    footing.take();
    transactions.resolve();
    thread = threadFactory.newThread(this::run);
    thread.setName("in-doubt-resolver");
    thread.start();
  }

  @PreDestroy
  void stop() {
    thread.interrupt();
    try {
      thread.join(STOPPING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Thread.sleep(BETWEEN_LOOKS.toMillis());
        transactions.resolve();
        footing.keep();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "could not look for transactions in doubt");
      }
    }
  }
}
