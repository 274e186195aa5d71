package org.orderly.ordering.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.IllegalOrderTransition;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.fulfilment.ShippedQuantityQueries;
import org.orderly.payment.Payments;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/**
 * Cancels orders, or the unshipped rest of one. The stock is released and the payment refunded in
 * one transaction over the ordering, payment and inventory databases; the gateway refunds a card
 * after it.
 */
@ApplicationScoped
public class Cancellation {

  /** The ledger is never erased, so it must not contain what people type. */
  private static final String LEDGER_REASON = "order cancelled";

  private final LockedOrders lockedOrders;
  private final Payments payments;
  private final StockReservations stock;
  private final ShippedQuantityQueries shippedQuantities;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  Cancellation(
      LockedOrders lockedOrders,
      Payments payments,
      StockReservations stock,
      ShippedQuantityQueries shippedQuantities,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.lockedOrders = lockedOrders;
    this.payments = payments;
    this.stock = stock;
    this.shippedQuantities = shippedQuantities;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Cancels an order, once per idempotency key. If it is partly shipped only the rest is cancelled:
   * it keeps the lines that were shipped, and its status becomes shipped or delivered.
   *
   * @throws OrderNotFound also for another buyer's order
   * @throws IllegalOrderTransition if it is fully shipped or already cancelled
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key was used for another
   *     request
   */
  @Transactional
  public IdempotentResult<OrderView> cancel(OrderChange change, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new InvalidValue("reason", reason == null ? "is missing" : "must not be blank");
    }
    return keys.once(
        change.request(),
        OrderView.class,
        () -> {
          LockedOrder order = lockedOrders.lock(change.order());
          OrderAccess.requireLocked(change.actor(), order, Permission.CHANGE);
          return cancel(order, reason, LEDGER_REASON);
        });
  }

  /**
   * Cancels an order on behalf of the system, in the caller's transaction.
   *
   * @throws IllegalOrderTransition if part of it is shipped or it is already cancelled
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public OrderView cancel(OrderId id, String reason) {
    return cancel(lockedOrders.lock(id), reason, reason);
  }

  private OrderView cancel(LockedOrder order, String reason, String ledgerReason) {
    if (order.status() == OrderStatus.PARTIALLY_SHIPPED) {
      return cancelRest(order, reason);
    }
    order.become(OrderStatus.CANCELLED, reason, OrderCancelled.of(order, reason, clock.instant()));
    lockedOrders.close(order);
    payments.reverse(order.id(), ledgerReason);
    stock.release(order.id());
    return order.view();
  }

  private OrderView cancelRest(LockedOrder order, String reason) {
    Money before = order.total();
    order.dropRest(shippedQuantities.shipped(order.id()));
    boolean delivered = shippedQuantities.lastArrival(order.id()).isPresent();
    order.become(
        delivered ? OrderStatus.DELIVERED : OrderStatus.SHIPPED,
        reason,
        OrderEdited.of(order, before, clock.instant()));
    lockedOrders.close(order);
    payments.dropRest(order.id(), order.total());
    stock.release(order.id());
    return order.view();
  }
}
