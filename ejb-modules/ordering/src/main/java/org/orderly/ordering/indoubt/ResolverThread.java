package org.orderly.ordering.indoubt;

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
import org.orderly.messaging.Worker;

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
  private Worker worker;

  /** Public, since the EJB container finds no other. */
  public ResolverThread() {}

  @PostConstruct
  void start() {
    footing.take();
    transactions.resolve();
    worker = Worker.start(threadFactory, "in-doubt-resolver", this::turn);
  }

  @PreDestroy
  void stop() {
    worker.stop(STOPPING);
  }

  private void turn(Worker self) throws InterruptedException {
    Thread.sleep(BETWEEN_LOOKS.toMillis());
    try {
      transactions.resolve();
      footing.keep();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "could not look for transactions in doubt");
    }
  }
}
