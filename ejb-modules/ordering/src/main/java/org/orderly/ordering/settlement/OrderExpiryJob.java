package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.List;
import org.orderly.kernel.OrderId;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.resilience.Backoff;

/**
 * Expires orders that were not paid in time. Every instance tries; the lock of the order lets one
 * of them do it, and the others find it done.
 */
@ApplicationScoped
class OrderExpiryJob {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Produces
  static BackgroundJob declare(ExpiredOrderQueries expired, WaitingOrders orders) {
    return BackgroundJob.named("order-expiry")
        .every(PAUSE)
        .backsOff(Backoff.constant(PAUSE))
        .trouble("unpaid orders expire later")
        .stopsWithin(Duration.ofSeconds(10))
        .runs(stopping -> expireDue(expired, orders));
  }

  /** An order that fails does not keep the others from expiring. */
  private static boolean expireDue(ExpiredOrderQueries expired, WaitingOrders orders) {
    List<OrderId> due = expired.next();
    IllegalStateException failure = null;
    for (OrderId id : due) {
      try {
        orders.expire(id);
      } catch (RuntimeException e) {
        failure = new IllegalStateException("order " + id + ": " + e.getMessage(), e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return due.size() >= ExpiredOrderQueries.AT_ONCE;
  }
}
