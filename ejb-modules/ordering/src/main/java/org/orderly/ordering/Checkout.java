package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orderly.cart.Cart;
import org.orderly.cart.CartUnavailable;
import org.orderly.cart.Carts;
import org.orderly.inventory.InsufficientStock;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.payment.PaymentPreparation;
import org.orderly.ordering.quote.NothingToOrder;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.quote.Quotes;
import org.orderly.ordering.quote.TotalChanged;
import org.orderly.ordering.quote.UnknownProducts;
import org.orderly.ordering.unpaid.UnpaidLimitReached;
import org.orderly.payment.ChargeRequest;
import org.orderly.payment.intent.AuthorizationExpired;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.platform.group.GroupCommit;
import org.orderly.platform.group.GroupQueueFull;
import org.orderly.platform.group.GroupWaitExpired;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.request.RequestContext;

/**
 * Places orders: order, stock and money commit together or not at all.
 *
 * <p>The cart, the prices and a card's authorization are obtained before the transaction. It then
 * spans only the ordering, payment and inventory databases, and no lock waits for Redis, the
 * catalogue or a gateway. Requests that arrive while others commit share one transaction.
 */
@ApplicationScoped
public class Checkout {

  private static final Logger LOG = Logger.getLogger(Checkout.class.getName());

  private final Carts carts;
  private final Quotes quotes;
  private final PaymentPreparation paymentPreparation;
  private final IdempotencyKeys keys;
  private final GroupCommit<PendingCheckout, IdempotentResult<OrderView>> group;

  @Inject
  Checkout(
      Carts carts,
      Quotes quotes,
      PaymentPreparation paymentPreparation,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      CheckoutTransaction transaction,
      CheckoutSettings settings) {
    this.carts = carts;
    this.quotes = quotes;
    this.paymentPreparation = paymentPreparation;
    this.keys = keys;
    this.group =
        new GroupCommit<>(settings.limits(), new PendingCheckout.Traits(), transaction::commit);
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
   * @throws GroupQueueFull if too many requests wait
   * @throws GroupWaitExpired if the request waited too long
   * @throws CartClaims.CartAlreadyOrdered if another request has ordered this cart
   * @throws org.orderly.platform.idempotency.IdempotencyKeyReused if the key was used for another
   *     request
   * @throws org.orderly.platform.idempotency.IdempotencyKeyInFlight if the first request with this
   *     key is still running
   */
  public IdempotentResult<OrderView> place(PlaceOrder command) {
    List<ProductQuantity> items = command.items();
    return items == null ? placeCart(command) : placeItems(command, items);
  }

  /** A replay must succeed even if a product has been withdrawn since. */
  private IdempotentResult<OrderView> placeItems(PlaceOrder command, List<ProductQuantity> items) {
    PricedItems pricedItems;
    try {
      pricedItems = price(command, null, items);
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
    UUID cartId = cart.id();
    if (cartId == null || cart.lines().isEmpty()) {
      // the first request with this key may have emptied the cart in the meantime
      return earlierResult(command.request()).orElseThrow(NothingToOrder::new);
    }
    PricedItems pricedItems = price(command, cartId, cart.lines());
    IdempotentResult<OrderView> result = place(withKeyOfCart(command, cartId), pricedItems);
    empty(command.buyer(), cartId, cart.lines());
    return result;
  }

  private PricedItems price(
      PlaceOrder command, @Nullable UUID cartId, List<ProductQuantity> items) {
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

  private ChargeRequest preparePayment(PlaceOrder command, PricedItems pricedItems) {
    return paymentPreparation.prepare(
        command.request(),
        command.buyer(),
        command.guestEmail() != null,
        command.payment(),
        pricedItems);
  }

  /** Other requests may share the transaction; see {@link CheckoutTransaction}. */
  private IdempotentResult<OrderView> place(
      PlaceOrder command, PricedItems pricedItems, ChargeRequest charge) {
    try {
      return group.commit(
          new PendingCheckout(command, pricedItems, charge, RequestContext.current()));
    } catch (InsufficientStock
        | InsufficientFunds
        | UnpaidLimitReached
        | GroupQueueFull
        | GroupWaitExpired refusal) {
      paymentPreparation.release(charge.plan());
      throw refusal;
    }
  }

  /** The order is committed; a cart that cannot be emptied now cannot be ordered again. */
  private void empty(UserId buyer, UUID cartId, List<ProductQuantity> ordered) {
    try {
      carts.complete(buyer, cartId, ordered);
    } catch (CartUnavailable e) {
      LOG.log(Level.WARNING, e, () -> "cart " + cartId + " was ordered but not emptied");
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
