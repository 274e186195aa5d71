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
import org.orderly.ordering.payment.PreparedPayment;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.ChargeResult;
import org.orderly.payment.Payments;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;

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
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Payments payments,
      StockReservations stock,
      UnpaidLimits limits,
      @Domain(OrderingDatabase.NAME) Outbox outbox,
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
  public IdempotentResult<OrderView> place(
      PlaceOrder wish, PricedItems pricedItems, PreparedPayment preparedPayment) {
    SqlBatch opening = new SqlBatch();
    IdempotencyKeys.Claim<OrderView> claim = keys.claim(opening, wish.request(), OrderView.class);
    NewOrderRepository.Number number = NewOrderRepository.number(opening);
    run(opening);
    if (claim.earlier().isPresent()) {
      return new IdempotentResult<>(claim.earlier().get(), true);
    }
    Instant now = clock.instant();
    String called = number.in(now.atZone(clock.getZone()).getYear());
    Order order = new Order(preparedPayment.order(), called, wish, pricedItems, now);
    ChargeResult chargeResult =
        payments.charge(
            order.id(),
            order.buyer(),
            order.total(),
            preparedPayment.plan(),
            preparedPayment.unpaidFor());
    OrderView view = enter(order, wish, chargeResult, now);
    stock.reserve(order.id(), order.reservationLines());
    if (!chargeResult.paid()) {
      limits.require(order);
    }
    return new IdempotentResult<>(view, false);
  }

  /** An order whose money is certain is placed and confirmed at once. */
  private OrderView enter(Order order, PlaceOrder wish, ChargeResult chargeResult, Instant now) {
    List<OrderStep> steps = new ArrayList<>();
    steps.add(new OrderStep(null, OrderStatus.PLACED, null, OrderPlaced.of(order, now)));
    if (chargeResult.paid()) {
      order.become(OrderStatus.CONFIRMED);
      OrderConfirmed confirmed = OrderConfirmed.of(order, now);
      steps.add(new OrderStep(OrderStatus.PLACED, OrderStatus.CONFIRMED, null, confirmed));
    } else {
      order.expireAt(chargeResult.expiresAt());
    }
    SqlBatch writes = new SqlBatch();
    if (!chargeResult.paid()) {
      UnpaidLimits.lock(writes, order);
    }
    NewOrderRepository.add(writes, order, steps);
    steps.forEach(step -> outbox.append(writes, step.event()));
    OrderView view = order.view().withNextAction(chargeResult.nextAction());
    keys.keep(writes, wish.request(), view);
    run(writes);
    return view;
  }

  private void run(SqlBatch trip) {
    try (var connection = database.dataSource().getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      if (NewOrderRepository.isCartTaken(e)) {
        throw new CartAlreadyOrdered();
      }
      throw new DatabaseUnavailable(OrderingDatabase.NAME, e);
    }
  }
}
