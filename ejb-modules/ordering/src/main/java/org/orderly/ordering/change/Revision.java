package org.orderly.ordering.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.Money;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.UnpaidLimits;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.Payments;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** The transaction of an edit, over the ordering, payment and inventory databases. */
@ApplicationScoped
class Revision {

  private final LockedOrders desk;
  private final Payments payments;
  private final StockReservations stock;
  private final UnpaidLimits limits;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  Revision(
      LockedOrders desk,
      Payments payments,
      StockReservations stock,
      UnpaidLimits limits,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.desk = desk;
    this.payments = payments;
    this.stock = stock;
    this.limits = limits;
    this.keys = keys;
    this.clock = clock;
  }

  @Transactional
  public IdempotentResult<OrderView> write(
      EditOrder wish, PricedItems pricedItems, PaymentPlan forMore) {
    return keys.once(
        wish.change().request(),
        OrderView.class,
        () -> {
          LockedOrder order = desk.lock(wish.change().order());
          wish.change().requireOwn(order.buyer());
          requireCovered(forMore, pricedItems.total().minus(order.total()));
          enter(order, wish, pricedItems);
          payments.amend(order.id(), order.buyer(), order.total(), forMore);
          limits.lock(order);
          stock.change(order.id(), pricedItems.reservationLines());
          limits.require(order);
          return order.view();
        });
  }

  /** A card was asked for the difference to what the order cost a moment ago. */
  private static void requireCovered(PaymentPlan plan, Money more) {
    if (plan instanceof PaymentPlan.Card card && !card.hold().amount().equals(more)) {
      throw new OrderChangedMeanwhile();
    }
  }

  private void enter(LockedOrder order, EditOrder wish, PricedItems pricedItems) {
    Money before = order.total();
    if (!before.currency().equals(pricedItems.total().currency())) {
      throw new CurrencyMismatch(before.currency(), pricedItems.total().currency());
    }
    order.replaceLines(pricedItems, wish.shippingAddress());
    order.note(null, OrderEdited.of(order, before, clock.instant()));
    desk.close(order);
  }
}
