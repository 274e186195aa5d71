package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.RoundTrip;
import org.orderly.messaging.Answer;
import org.orderly.messaging.DatabaseUnavailable;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.Outbox;
import org.orderly.ordering.quote.Basket;
import org.orderly.ordering.tender.Tender;
import org.orderly.payment.Charged;
import org.orderly.payment.Payments;

/** The transaction of the checkout, over the ordering, payment and inventory databases. */
@ApplicationScoped
class Placement {

  private final OrderingDatabase database;
  private final IdempotencyKeys keys;
  private final Payments payments;
  private final StockReservations stock;
  private final UnpaidLimits limits;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Placement(
      OrderingDatabase database,
      @ForDomain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Payments payments,
      StockReservations stock,
      UnpaidLimits limits,
      @ForDomain(OrderingDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.database = database;
    this.keys = keys;
    this.payments = payments;
    this.stock = stock;
    this.limits = limits;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Stock comes last: its rows are where buyers of the same product queue. */
  @Transactional
  public Answer<OrderView> place(PlaceOrder wish, Basket basket, Tender tender) {
    RoundTrip opening = new RoundTrip();
    IdempotencyKeys.Claim<OrderView> claim = keys.claim(opening, wish.request(), OrderView.class);
    NewOrders.Number number = NewOrders.number(opening);
    run(opening);
    if (claim.earlier().isPresent()) {
      return new Answer<>(claim.earlier().get(), true);
    }
    Instant now = clock.instant();
    String called = number.in(now.atZone(clock.getZone()).getYear());
    Order order = new Order(tender.order(), called, wish, basket, now);
    Charged charged =
        payments.charge(
            order.id(), order.buyer(), order.total(), tender.plan(), tender.unpaidFor());
    OrderView view = enter(order, wish, charged, now);
    stock.reserve(order.id(), order.reservationLines());
    if (!charged.paid()) {
      limits.require(order);
    }
    return new Answer<>(view, false);
  }

  /** An order whose money is certain is placed and confirmed at once. */
  private OrderView enter(Order order, PlaceOrder wish, Charged charged, Instant now) {
    List<OrderStep> steps = new ArrayList<>();
    steps.add(new OrderStep(null, OrderStatus.PLACED, null, OrderPlaced.of(order, now)));
    if (charged.paid()) {
      order.become(OrderStatus.CONFIRMED);
      OrderConfirmed confirmed = OrderConfirmed.of(order, now);
      steps.add(new OrderStep(OrderStatus.PLACED, OrderStatus.CONFIRMED, null, confirmed));
    } else {
      order.expireAt(charged.expiresAt());
    }
    RoundTrip writes = new RoundTrip();
    if (!charged.paid()) {
      UnpaidLimits.lock(writes, order);
    }
    NewOrders.add(writes, order, steps);
    steps.forEach(step -> outbox.append(writes, step.event()));
    OrderView view = order.view().withNextAction(charged.nextAction());
    keys.keep(writes, wish.request(), view);
    run(writes);
    return view;
  }

  private void run(RoundTrip trip) {
    try (var connection = database.dataSource().getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      if (NewOrders.isCartTaken(e)) {
        throw new CartAlreadyOrdered();
      }
      throw new DatabaseUnavailable(OrderingDatabase.NAME, e);
    }
  }
}
