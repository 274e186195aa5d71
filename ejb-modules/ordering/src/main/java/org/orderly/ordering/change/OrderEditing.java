package org.orderly.ordering.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.orderly.inventory.InsufficientStock;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.Money;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderNotEditable;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.GrantedAccess;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.payment.PaymentPreparation;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.quote.Quotes;
import org.orderly.ordering.quote.TotalChanged;
import org.orderly.ordering.quote.UnknownProducts;
import org.orderly.ordering.unpaid.UnpaidLimitReached;
import org.orderly.ordering.unpaid.UnpaidLimits;
import org.orderly.ordering.unpaid.UnpaidOrder;
import org.orderly.payment.Payments;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Transactions;

/**
 * Replaces the lines of unshipped orders at current prices; the difference is charged or refunded.
 */
@ApplicationScoped
public class OrderEditing {

  private final OrderAccess access;
  private final OrderQueries orders;
  private final Quotes quotes;
  private final PaymentPreparation paymentPreparation;
  private final Transactions transactions;
  private final IdempotencyKeys keys;
  private final LockedOrders lockedOrders;
  private final Payments payments;
  private final StockReservations stock;
  private final UnpaidLimits limits;
  private final Clock clock;

  @Inject
  OrderEditing(
      OrderAccess access,
      OrderQueries orders,
      Quotes quotes,
      PaymentPreparation paymentPreparation,
      Transactions transactions,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      LockedOrders lockedOrders,
      Payments payments,
      StockReservations stock,
      UnpaidLimits limits,
      Clock clock) {
    this.access = access;
    this.orders = orders;
    this.quotes = quotes;
    this.paymentPreparation = paymentPreparation;
    this.transactions = transactions;
    this.keys = keys;
    this.lockedOrders = lockedOrders;
    this.payments = payments;
    this.stock = stock;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Edits an order, once per idempotency key.
   *
   * <p>Must be called without a transaction; it runs one over the ordering, payment and inventory
   * databases. A card payment is authorized before it and captured after it.
   *
   * @throws OrderNotFound also for another buyer's order
   * @throws OrderNotEditable if part of the order has been shipped, or it is closed
   * @throws UnknownProducts if items are not on offer
   * @throws TotalChanged if the new total differs from the one that the buyer expects
   * @throws CurrencyMismatch if the new prices are in another currency
   * @throws InsufficientStock if too little of some product is available
   * @throws InsufficientFunds if the balance does not cover the difference
   * @throws org.orderly.payment.intent.CardDeclined if the card is declined
   */
  public IdempotentResult<OrderView> edit(EditOrder command) {
    Optional<IdempotentResult<OrderView>> earlier = earlierResult(command);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    PricedItems pricedItems = quotes.price(null, command.items());
    quotes.requireExpected(pricedItems, command.expectedTotal());
    PaymentPlan plan = preparePayment(command, pricedItems);
    try {
      return transactions.required(() -> commit(command, pricedItems, plan));
    } catch (InsufficientStock | InsufficientFunds | UnpaidLimitReached refusal) {
      paymentPreparation.release(plan);
      throw refusal;
    }
  }

  /** Authorizes a card for the difference to the order's current total. */
  private PaymentPlan preparePayment(EditOrder command, PricedItems pricedItems) {
    OrderChange change = command.change();
    GrantedAccess granted = access.require(change.actor(), change.order(), Permission.CHANGE);
    OrderSnapshot order =
        orders.find(change.order()).orElseThrow(() -> new OrderNotFound(change.order()));
    Money difference = pricedItems.total().minus(order.total());
    return paymentPreparation.forMore(
        change.request(), order.id(), granted.buyer(), command.payment(), difference);
  }

  /** Runs inside the transaction: locks the order first, then payments, then stock. */
  private IdempotentResult<OrderView> commit(
      EditOrder command, PricedItems pricedItems, PaymentPlan plan) {
    return keys.once(
        command.change().request(),
        OrderView.class,
        () -> {
          LockedOrder order = lockedOrders.lock(command.change().order());
          OrderAccess.requireLocked(command.change().actor(), order, Permission.CHANGE);
          requireCovered(plan, pricedItems.total().minus(order.total()));
          write(order, command, pricedItems);
          payments.amend(order.id(), order.buyer(), order.total(), plan);
          Optional<UnpaidOrder> unpaid = order.unpaid();
          limits.lock(unpaid.stream().toList());
          stock.change(order.id(), pricedItems.reservationLines());
          unpaid.ifPresent(limits::require);
          return order.view();
        });
  }

  /** The card was authorized for the difference to the total that was read before the lock. */
  private static void requireCovered(PaymentPlan plan, Money difference) {
    if (plan instanceof PaymentPlan.Card card
        && !card.authorization().amount().equals(difference)) {
      throw new OrderChangedMeanwhile();
    }
  }

  private void write(LockedOrder order, EditOrder command, PricedItems pricedItems) {
    Money before = order.total();
    if (!before.currency().equals(pricedItems.total().currency())) {
      throw new CurrencyMismatch(before.currency(), pricedItems.total().currency());
    }
    order.replaceLines(pricedItems, command.shippingAddress());
    order.note(null, OrderEdited.of(order, before, clock.instant()));
    lockedOrders.close(order);
  }

  private Optional<IdempotentResult<OrderView>> earlierResult(EditOrder command) {
    return keys.find(command.change().request(), OrderView.class)
        .map(order -> new IdempotentResult<>(order, true));
  }
}
