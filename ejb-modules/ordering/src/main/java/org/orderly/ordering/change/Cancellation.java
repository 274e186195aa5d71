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
import org.orderly.ordering.fulfilment.ShippedQuantityQueries;
import org.orderly.payment.Payments;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/**
 * Calls orders off, or the rest of one that is partly shipped: the stock is free again and the
 * money is given back, in one transaction over the ordering, payment and inventory databases. What
 * a card paid is given back by the gateway after it.
 */
@ApplicationScoped
public class Cancellation {

  /** The ledger cannot forget, so what people type is not told to the payments. */
  private static final String CALLED_OFF = "order cancelled";

  private final LockedOrders desk;
  private final Payments payments;
  private final StockReservations stock;
  private final ShippedQuantityQueries goods;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  Cancellation(
      LockedOrders desk,
      Payments payments,
      StockReservations stock,
      ShippedQuantityQueries goods,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.desk = desk;
    this.payments = payments;
    this.stock = stock;
    this.goods = goods;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Cancels an order, once per request key. Of one that is partly shipped only the rest is
   * cancelled: it then holds what was shipped, and is shipped or delivered.
   *
   * @throws OrderNotFound also for another buyer's order
   * @throws IllegalOrderTransition if all of it has been shipped, or it is cancelled already
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key came with another
   *     request before
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
          LockedOrder order = desk.lock(change.order());
          change.requireOwn(order.buyer());
          return cancel(order, reason, CALLED_OFF);
        });
  }

  /**
   * Cancels an order because the shop has to, in the caller's transaction.
   *
   * @throws IllegalOrderTransition if something has been shipped, or it is cancelled already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public OrderView cancel(OrderId id, String reason) {
    return cancel(desk.lock(id), reason, reason);
  }

  private OrderView cancel(LockedOrder order, String reason, String cause) {
    if (order.status() == OrderStatus.PARTIALLY_SHIPPED) {
      return cancelRest(order, reason);
    }
    order.become(OrderStatus.CANCELLED, reason, OrderCancelled.of(order, reason, clock.instant()));
    desk.close(order);
    payments.giveBack(order.id(), cause);
    stock.release(order.id());
    return order.view();
  }

  private OrderView cancelRest(LockedOrder order, String reason) {
    Money before = order.total();
    order.dropRest(goods.shipped(order.id()));
    boolean arrived = goods.lastArrival(order.id()).isPresent();
    order.become(
        arrived ? OrderStatus.DELIVERED : OrderStatus.SHIPPED,
        reason,
        OrderEdited.of(order, before, clock.instant()));
    desk.close(order);
    payments.dropRest(order.id(), order.total());
    stock.release(order.id());
    return order.view();
  }
}
