package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
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
   * @throws org.orderly.ordering.OrderNotFound if there is no such order, or the actor is not the
   *     shop
   * @throws org.orderly.ordering.IllegalOrderTransition if it is not confirmed, or begun already
   */
  public IdempotentResult<OrderView> begin(
      OrderId id, IdempotencyKey request, OrderActor orderActor) {
    return keys.once(
        request,
        OrderView.class,
        () -> {
          LockedOrder order = lockedOrders.lock(id);
          OrderAccess.requireLocked(orderActor, order, Permission.MANAGE);
          return take(order, null);
        });
  }

  /** Takes a confirmed order into work on behalf of the system. */
  void take(OrderId id, String reason) {
    take(lockedOrders.lock(id), reason);
  }

  private OrderView take(LockedOrder order, @Nullable String reason) {
    order.become(OrderStatus.PROCESSING, reason, OrderProcessing.of(order, clock.instant()));
    lockedOrders.close(order);
    return order.view();
  }
}
