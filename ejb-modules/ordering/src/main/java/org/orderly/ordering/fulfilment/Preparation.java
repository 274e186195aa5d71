package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Begins to make orders ready. */
@ApplicationScoped
@Transactional
public class Preparation {

  private final LockedOrders lockedOrders;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  Preparation(
      LockedOrders lockedOrders, @Domain(OrderingDatabase.NAME) IdempotencyKeys keys, Clock clock) {
    this.lockedOrders = lockedOrders;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Takes a confirmed order into work, once per request key.
   *
   * @throws org.orderly.ordering.OrderNotFound if there is no such order
   * @throws org.orderly.ordering.IllegalOrderTransition if it is not confirmed, or begun already
   */
  public IdempotentResult<OrderView> begin(OrderId id, IdempotencyKey request) {
    return keys.once(request, OrderView.class, () -> take(id, null));
  }

  /** What the request and the configuration have in common. */
  OrderView take(OrderId id, String reason) {
    LockedOrder order = lockedOrders.lock(id);
    order.become(OrderStatus.PROCESSING, reason, OrderProcessing.of(order, clock.instant()));
    lockedOrders.close(order);
    return order.view();
  }
}
