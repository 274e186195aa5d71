package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.cart.Cart;
import org.orderly.cart.CartUnavailable;
import org.orderly.cart.Carts;
import org.orderly.inventory.InsufficientStock;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.payment.PaymentPreparation;
import org.orderly.ordering.payment.PreparedPayment;
import org.orderly.ordering.quote.NothingToOrder;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.quote.Quotes;
import org.orderly.ordering.quote.TotalChanged;
import org.orderly.ordering.quote.UnknownProducts;
import org.orderly.payment.ChargeResult;
import org.orderly.payment.Payments;
import org.orderly.payment.intent.AuthorizationExpired;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.persistence.Transactions;

/**
 * Places orders: order, stock and money commit together or not at all.
 *
 * <p>The cart, the prices and a card's authorization are obtained before the transaction. It then
 * spans only the ordering, payment and inventory databases, and no lock waits for Redis, the
 * catalogue or a gateway.
 */
@ApplicationScoped
public class Checkout {

  private static final Logger LOG = Logger.getLogger(Checkout.class.getName());

  private final Carts carts;
  private final Quotes quotes;
  private final PaymentPreparation paymentPreparation;
  private final Transactions transactions;
  private final IdempotencyKeys keys;
  private final OrderRepository orders;
  private final Payments payments;
  private final StockReservations stock;
  private final UnpaidLimits limits;
  private final Clock clock;

  @Inject
  Checkout(
      Carts carts,
      Quotes quotes,
      PaymentPreparation paymentPreparation,
      Transactions transactions,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      OrderRepository orders,
      Payments payments,
      StockReservations stock,
      UnpaidLimits limits,
      Clock clock) {
    this.carts = carts;
    this.quotes = quotes;
    this.paymentPreparation = paymentPreparation;
    this.transactions = transactions;
    this.keys = keys;
    this.orders = orders;
    this.payments = payments;
    this.stock = stock;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Places an order, once per idempotency key. Without a key an order for a cart is placed once per
   * cart, so that a double click places one order.
   *
   * <p>Must be called without a transaction; it runs one over the ordering, payment and inventory
   * databases. A card payment is authorized before it and captured after it.
   *
   * @throws NothingToOrder if there are no items
   * @throws UnknownProducts if items are not on offer
   * @throws TotalChanged if the total differs from the one that the buyer expects
   * @throws InsufficientStock if too little of some product is available
   * @throws InsufficientFunds if the balance does not cover the total
   * @throws org.orderly.payment.intent.CardDeclined if the card is declined
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer; the same
   *     request may be sent again
   * @throws org.orderly.ordering.payment.PaymentMethodNotAvailable if this buyer may not use the
   *     payment method
   * @throws UnpaidLimitReached if the order would be unpaid and exceeds a limit of unpaid orders
   * @throws CartAlreadyOrdered if another request has ordered this cart
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key was used for another
   *     request
   * @throws org.orderly.platform.idempotency.IdempotencyKeyInFlight if the first request with this
   *     key is still running
   */
  public IdempotentResult<OrderView> place(PlaceOrder command) {
    return command.isForCart() ? placeCart(command) : placeItems(command);
  }

  /** A replay must succeed even if a product has been withdrawn since. */
  private IdempotentResult<OrderView> placeItems(PlaceOrder command) {
    PricedItems pricedItems;
    try {
      pricedItems = price(command, null, command.items());
    } catch (DomainException refusal) {
      return earlierResult(command.request()).orElseThrow(() -> refusal);
    }
    return place(command, pricedItems);
  }

  private IdempotentResult<OrderView> placeCart(PlaceOrder command) {
    Optional<IdempotentResult<OrderView>> earlier = earlierResult(command.request());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Cart cart = carts.of(command.buyer());
    if (cart.lines().isEmpty()) {
      // the first request with this key may have emptied the cart in the meantime
      return earlierResult(command.request()).orElseThrow(NothingToOrder::new);
    }
    PricedItems pricedItems = price(command, cart.id(), Quotes.items(cart));
    IdempotentResult<OrderView> result = place(withKeyOfCart(command, cart.id()), pricedItems);
    empty(command.buyer(), cart);
    return result;
  }

  private PricedItems price(PlaceOrder command, UUID cartId, List<OrderItem> items) {
    PricedItems pricedItems = quotes.price(cartId, items);
    quotes.requireExpected(pricedItems, command.expectedTotal());
    return pricedItems;
  }

  /**
   * Looks for an earlier result first: a replay must neither ask the gateway nor fail because the
   * payment method is no longer offered. If the authorization of a card expires before it is used,
   * the card is authorized once more.
   */
  private IdempotentResult<OrderView> place(PlaceOrder command, PricedItems pricedItems) {
    if (command.payment().method() != PaymentMethod.WALLET) {
      Optional<IdempotentResult<OrderView>> earlier = earlierResult(command.request());
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    try {
      return place(command, pricedItems, preparePayment(command, pricedItems));
    } catch (AuthorizationExpired e) {
      return place(command, pricedItems, preparePayment(command, pricedItems));
    }
  }

  private PreparedPayment preparePayment(PlaceOrder command, PricedItems pricedItems) {
    return paymentPreparation.prepare(
        command.request(),
        command.buyer(),
        command.guestEmail() != null,
        command.payment(),
        pricedItems);
  }

  /** If stock and money are both short, reports the shortage: a deposit would not help. */
  private IdempotentResult<OrderView> place(
      PlaceOrder command, PricedItems pricedItems, PreparedPayment preparedPayment) {
    try {
      return transactions.required(() -> commit(command, pricedItems, preparedPayment));
    } catch (InsufficientStock | UnpaidLimitReached refusal) {
      paymentPreparation.release(preparedPayment);
      throw refusal;
    } catch (InsufficientFunds refusal) {
      paymentPreparation.release(preparedPayment);
      stock.requireAvailable(pricedItems.reservationLines());
      throw refusal;
    }
  }

  /**
   * Runs inside the transaction. Stock is reserved last, because buyers of the same product wait
   * for each other at its row.
   */
  private IdempotentResult<OrderView> commit(
      PlaceOrder command, PricedItems pricedItems, PreparedPayment preparedPayment) {
    SqlBatch batch = new SqlBatch();
    IdempotencyKeys.Claim<OrderView> claim = keys.claim(batch, command.request(), OrderView.class);
    BatchResult<Long> sequence = orders.nextNumber(batch);
    orders.run(batch);
    if (claim.earlier().isPresent()) {
      return new IdempotentResult<>(claim.earlier().get(), true);
    }
    Instant now = clock.instant();
    String number = Order.number(now.atZone(clock.getZone()).getYear(), sequence.get());
    Order order = new Order(preparedPayment.order(), number, command, pricedItems, now);
    ChargeResult charge = charge(order, preparedPayment);
    OrderView view = write(order, command.request(), charge, now);
    stock.reserve(order.id(), order.reservationLines());
    if (!charge.paid()) {
      limits.require(order);
    }
    return new IdempotentResult<>(view, false);
  }

  private ChargeResult charge(Order order, PreparedPayment preparedPayment) {
    return payments.charge(
        order.id(),
        order.buyer(),
        order.total(),
        preparedPayment.plan(),
        preparedPayment.unpaidFor());
  }

  /** Writes the order, its steps, its events and the result of the request in one round trip. */
  private OrderView write(Order order, IdempotencyKey request, ChargeResult charge, Instant now) {
    SqlBatch batch = new SqlBatch();
    List<OrderStep> steps = steps(order, charge, now);
    if (!charge.paid()) {
      UnpaidLimits.lock(batch, order);
    }
    orders.insert(batch, order, steps);
    OrderView view = order.view().withNextAction(charge.nextAction());
    keys.keep(batch, request, view);
    orders.run(batch);
    return view;
  }

  /** An order that is paid or authorized is confirmed at once; any other waits for its money. */
  private static List<OrderStep> steps(Order order, ChargeResult charge, Instant now) {
    List<OrderStep> steps = new ArrayList<>();
    steps.add(new OrderStep(null, OrderStatus.PLACED, null, OrderPlaced.of(order, now)));
    if (charge.paid()) {
      order.become(OrderStatus.CONFIRMED);
      OrderConfirmed confirmed = OrderConfirmed.of(order, now);
      steps.add(new OrderStep(OrderStatus.PLACED, OrderStatus.CONFIRMED, null, confirmed));
    } else {
      order.expireAt(charge.expiresAt());
    }
    return steps;
  }

  /** The order is committed; a cart that cannot be emptied now cannot be ordered again. */
  private void empty(UserId buyer, Cart cart) {
    try {
      carts.complete(buyer, cart.id(), cart.lines());
    } catch (CartUnavailable e) {
      LOG.log(Level.WARNING, e, () -> "cart " + cart.id() + " was ordered but not emptied");
    }
  }

  private static PlaceOrder withKeyOfCart(PlaceOrder command, UUID cartId) {
    IdempotencyKey request = command.request();
    if (request.isPresent()) {
      return command;
    }
    return command.withRequest(
        new IdempotencyKey(
            request.caller(), request.operation(), "cart:" + cartId, request.fingerprint()));
  }

  private Optional<IdempotentResult<OrderView>> earlierResult(IdempotencyKey request) {
    return keys.find(request, OrderView.class).map(order -> new IdempotentResult<>(order, true));
  }
}
