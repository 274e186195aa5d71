package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderConfirmed;
import org.orderly.ordering.OrderStatus;

/** Confirms orders that have waited for their money, in the caller's transaction. */
@ApplicationScoped
class Confirmations {

  private final LockedOrders desk;
  private final Clock clock;

  @Inject
  Confirmations(LockedOrders desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  void confirm(LockedOrder order) {
    order.become(
        OrderStatus.CONFIRMED,
        null,
        new OrderConfirmed(
            UuidV7.next(),
            clock.instant(),
            order.id(),
            order.number(),
            order.buyer(),
            order.total()));
    desk.close(order);
  }
}
