package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderConfirmed;
import org.orderly.ordering.OrderStatus;

/** Confirms orders whose pending payment has become certain, in the caller's transaction. */
@ApplicationScoped
class Confirmations {

  private final LockedOrders lockedOrders;
  private final Clock clock;

  @Inject
  Confirmations(LockedOrders lockedOrders, Clock clock) {
    this.lockedOrders = lockedOrders;
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
    lockedOrders.close(order);
  }
}
