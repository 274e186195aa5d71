package org.orderly.payment;

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
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.payment.intent.AbandonedAuthorizations;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.jobs.BackgroundJob;

/**
 * Asks gateways what is to be asked, and gives up what no order was placed on. Every instance does;
 * what is to be done is claimed in the database.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class PaymentJobs {

  private static final Logger LOG = Logger.getLogger(PaymentJobs.class.getName());

  /** A gateway takes its time; so many may be waited for at once, and leave room for checkouts. */
  private static final int AT_ONCE = 4;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private GatewayTaskRunner work;
  @Inject private PaymentTaskRepository tasks;
  @Inject private AbandonedAuthorizations holds;
  @Resource private ManagedThreadFactory threadFactory;

  private final List<BackgroundJob> workers = new ArrayList<>();

  /** Public, since the EJB container finds no other. */
  public PaymentJobs() {}

  @PostConstruct
  void start() {
    for (int i = 1; i <= AT_ONCE; i++) {
      workers.add(BackgroundJob.start(threadFactory, "payment-tasks-" + i, this::doTasks));
    }
    workers.add(BackgroundJob.start(threadFactory, "card-holds", this::giveUpHolds));
  }

  @PreDestroy
  void stop() {
    workers.forEach(BackgroundJob::tell);
    workers.forEach(worker -> worker.stop(STOPPING));
  }

  private void doTasks(BackgroundJob self) throws InterruptedException {
    try {
      if (work.doNext()) {
        tasks.callAnother();
      } else {
        tasks.await(POLL);
      }
    } catch (RuntimeException e) {
      rest(self, e);
    }
  }

  private void giveUpHolds(BackgroundJob self) throws InterruptedException {
    try {
      if (!holds.giveUpNext()) {
        Thread.sleep(POLL.toMillis());
      }
    } catch (RuntimeException e) {
      rest(self, e);
    }
  }

  private static void rest(BackgroundJob self, RuntimeException e) throws InterruptedException {
    if (!self.isStopping()) {
      LOG.log(Level.WARNING, e, () -> "payments wait: " + e.getMessage());
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
