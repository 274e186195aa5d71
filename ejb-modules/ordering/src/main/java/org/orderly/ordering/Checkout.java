package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.orderly.payment.intent.AuthorizationExpired;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/**
 * Places orders: all of it, or none of it.
 *
 * <p>Everything that is only read (the cart, the prices) is read before the transaction, so that it
 * spans no more than the three databases it changes and no lock waits for Redis or the catalogue.
 */
@ApplicationScoped
public class Checkout {

  private static final Logger LOG = Logger.getLogger(Checkout.class.getName());

  private final Carts carts;
  private final Quotes quotes;
  private final PaymentPreparation paymentPreparation;
  private final Placement placement;
  private final StockReservations stock;
  private final IdempotencyKeys keys;

  @Inject
  Checkout(
      Carts carts,
      Quotes quotes,
      PaymentPreparation paymentPreparation,
      Placement placement,
      StockReservations stock,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys) {
    this.carts = carts;
    this.quotes = quotes;
    this.paymentPreparation = paymentPreparation;
    this.placement = placement;
    this.stock = stock;
    this.keys = keys;
  }

  /**
   * Places an order, once per request key. Without a key an order for a cart is placed once per
   * cart, so that two clicks buy once.
   *
   * <p>Must be called without a transaction; it is one transaction over the ordering, payment and
   * inventory databases. A card's money is reserved before it, and taken after it.
   *
   * @throws NothingToOrder if there are no items
   * @throws UnknownProducts if items are not on offer
   * @throws TotalChanged if it costs another sum than the buyer expects
   * @throws org.orderly.inventory.InsufficientStock if there is too little of some
   * @throws org.orderly.ledger.InsufficientFunds if the balance does not cover the total
   * @throws org.orderly.payment.intent.CardDeclined if the card's money cannot be had
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer; the same
   *     request may be sent again
   * @throws org.orderly.ordering.payment.PaymentMethodNotAvailable if this buyer may not pay so
   * @throws UnpaidLimitReached if it would wait for money and too many of the buyer's wait already
   * @throws CartAlreadyOrdered if another request has ordered this cart
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key came with another
   *     order before
   * @throws org.orderly.platform.idempotency.IdempotencyKeyInFlight if the first request with this
   *     key still runs
   */
  public IdempotentResult<OrderView> place(PlaceOrder wish) {
    return wish.isForCart() ? placeCart(wish) : placeItems(wish);
  }

  /** What is no longer on offer may have been when this request came first. */
  private IdempotentResult<OrderView> placeItems(PlaceOrder wish) {
    PricedItems pricedItems;
    try {
      pricedItems = priced(wish, null, wish.items());
    } catch (DomainException refusal) {
      return earlierAnswer(wish.request()).orElseThrow(() -> refusal);
    }
    return place(wish, pricedItems);
  }

  private IdempotentResult<OrderView> placeCart(PlaceOrder wish) {
    Optional<IdempotentResult<OrderView>> earlier = earlierAnswer(wish.request());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Cart cart = carts.of(wish.buyer());
    if (cart.lines().isEmpty()) {
      // the first request with this key may have emptied the cart since we looked
      return earlierAnswer(wish.request()).orElseThrow(NothingToOrder::new);
    }
    PricedItems pricedItems = priced(wish, cart.id(), Quotes.items(cart));
    IdempotentResult<OrderView> idempotentResult =
        place(recognisedByCart(wish, cart.id()), pricedItems);
    empty(wish.buyer(), cart);
    return idempotentResult;
  }

  private PreparedPayment tender(PlaceOrder wish, PricedItems pricedItems) {
    return paymentPreparation.prepare(
        wish.request(), wish.buyer(), wish.guestEmail() != null, wish.payment(), pricedItems);
  }

  private PricedItems priced(PlaceOrder wish, UUID cartId, List<OrderItem> items) {
    PricedItems pricedItems = quotes.basket(cartId, items);
    quotes.requireExpected(pricedItems, wish.expectedTotal());
    return pricedItems;
  }

  /**
   * Looks for an earlier answer first: a replay asks no card and needs no method that is still on
   * offer. A card's authorization may be given up in the last moment; then it is asked once more.
   */
  private IdempotentResult<OrderView> place(PlaceOrder wish, PricedItems pricedItems) {
    if (wish.payment().method() != PaymentMethod.WALLET) {
      Optional<IdempotentResult<OrderView>> earlier = earlierAnswer(wish.request());
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    try {
      return place(wish, pricedItems, tender(wish, pricedItems));
    } catch (AuthorizationExpired e) {
      return place(wish, pricedItems, tender(wish, pricedItems));
    }
  }

  /** Of two reasons to refuse, a shortage is the one to tell: no deposit would help. */
  private IdempotentResult<OrderView> place(
      PlaceOrder wish, PricedItems pricedItems, PreparedPayment preparedPayment) {
    try {
      return placement.place(wish, pricedItems, preparedPayment);
    } catch (InsufficientStock | UnpaidLimitReached refusal) {
      paymentPreparation.drop(preparedPayment);
      throw refusal;
    } catch (InsufficientFunds refusal) {
      paymentPreparation.drop(preparedPayment);
      stock.requireAvailable(pricedItems.reservationLines());
      throw refusal;
    }
  }

  /** The order stands already; a cart that cannot be emptied now cannot become a second one. */
  private void empty(UserId buyer, Cart cart) {
    try {
      carts.complete(buyer, cart.id(), cart.lines());
    } catch (CartUnavailable e) {
      LOG.log(Level.WARNING, e, () -> "cart " + cart.id() + " was ordered but not emptied");
    }
  }

  private static PlaceOrder recognisedByCart(PlaceOrder wish, UUID cartId) {
    IdempotencyKey request = wish.request();
    if (request.isPresent()) {
      return wish;
    }
    return wish.recognisedAs(
        new IdempotencyKey(
            request.caller(), request.operation(), "cart:" + cartId, request.fingerprint()));
  }

  private Optional<IdempotentResult<OrderView>> earlierAnswer(IdempotencyKey request) {
    return keys.find(request, OrderView.class).map(order -> new IdempotentResult<>(order, true));
  }
}
