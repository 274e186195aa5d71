package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.OrderId;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.Outbox;
import org.orderly.payment.Payments;

/** The transaction of the checkout, over the ordering, payment and inventory databases. */
@ApplicationScoped
class Placement {

  private final IdempotencyKeys keys;
  private final Orders orders;
  private final Payments payments;
  private final StockReservations stock;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Placement(
      @ForDomain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Orders orders,
      Payments payments,
      StockReservations stock,
      @ForDomain(OrderingDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.keys = keys;
    this.orders = orders;
    this.payments = payments;
    this.stock = stock;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public Answer<OrderView> place(PlaceOrder wish, Basket basket) {
    return keys.once(wish.request(), OrderView.class, () -> placeNow(wish, basket));
  }

  /** Stock comes last: its rows are where buyers of the same product queue. */
  private OrderView placeNow(PlaceOrder wish, Basket basket) {
    Instant now = clock.instant();
    String number = orders.nextNumber(now.atZone(ZoneOffset.UTC).getYear());
    Order order = new Order(OrderId.newId(), number, wish, basket, now);
    OrderPlaced placed = OrderPlaced.of(order, now);
    order.confirm();
    OrderConfirmed confirmed = OrderConfirmed.of(order, now);
    orders.add(
        order,
        List.of(
            new OrderTransition(0, null, OrderStatus.PLACED, placed),
            new OrderTransition(1, OrderStatus.PLACED, OrderStatus.CONFIRMED, confirmed)));
    outbox.append(placed);
    outbox.append(confirmed);
    payments.charge(order.id(), order.buyer(), order.total(), wish.payment());
    stock.reserve(order.id(), order.reservationLines());
    return order.view();
  }
}
