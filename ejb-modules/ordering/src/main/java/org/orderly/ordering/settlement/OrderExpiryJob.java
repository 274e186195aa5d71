package org.orderly.ordering.settlement;

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
import org.orderly.kernel.OrderId;
import org.orderly.platform.jobs.BackgroundJob;

/**
 * Ends orders that have waited for their money long enough. Every instance looks; the order's lock
 * lets one of them do it, and the others find it done.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class OrderExpiryJob {

  private static final Logger LOG = Logger.getLogger(OrderExpiryJob.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  @Inject private ExpiredOrderQueries expired;
  @Inject private WaitingOrders orders;
  @Resource private ManagedThreadFactory threadFactory;
  private BackgroundJob backgroundJob;

  /** Public, since the EJB container finds no other. */
  public OrderExpiryJob() {}

  @PostConstruct
  void start() {
    backgroundJob = BackgroundJob.start(threadFactory, "order-expiry", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    try {
      List<OrderId> due = expired.next();
      for (OrderId id : due) {
        expire(id, self);
      }
      if (due.size() < ExpiredOrderQueries.AT_ONCE) {
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      }
    } catch (RuntimeException e) {
      report(self, e, "orders that wait for money cannot be read");
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  private void expire(OrderId id, BackgroundJob self) {
    try {
      orders.expire(id);
    } catch (RuntimeException e) {
      report(self, e, "order " + id + " cannot be ended yet");
    }
  }

  private static void report(BackgroundJob self, RuntimeException e, String what) {
    if (!self.isStopping()) {
      LOG.log(Level.WARNING, e, () -> what + ": " + e.getMessage());
    }
  }
}
