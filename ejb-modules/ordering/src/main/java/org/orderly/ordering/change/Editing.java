package org.orderly.ordering.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.inventory.InsufficientStock;
import org.orderly.kernel.Money;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ordering.OrderNotEditable;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.UnpaidLimitReached;
import org.orderly.ordering.payment.PaymentPreparation;
import org.orderly.ordering.payment.PreparedPayment;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.quote.Quotes;
import org.orderly.ordering.quote.TotalChanged;
import org.orderly.ordering.quote.UnknownProducts;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/**
 * Makes other orders of orders that are not shipped yet, at today's prices; the difference is
 * charged or given back.
 */
@ApplicationScoped
public class Editing {

  private final OrderQueries orders;
  private final Quotes quotes;
  private final PaymentPreparation paymentPreparation;
  private final Revision revision;
  private final IdempotencyKeys keys;

  @Inject
  Editing(
      OrderQueries orders,
      Quotes quotes,
      PaymentPreparation paymentPreparation,
      Revision revision,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys) {
    this.orders = orders;
    this.quotes = quotes;
    this.paymentPreparation = paymentPreparation;
    this.revision = revision;
    this.keys = keys;
  }

  /**
   * Edits an order, once per request key.
   *
   * <p>Must be called without a transaction; it is one transaction over the ordering, payment and
   * inventory databases. A card's money is reserved before it, and taken after it.
   *
   * @throws OrderNotFound also for another buyer's order
   * @throws OrderNotEditable if some of it has left the house, or it is over
   * @throws UnknownProducts if items are not on offer
   * @throws TotalChanged if it would cost another sum than the buyer expects
   * @throws org.orderly.kernel.CurrencyMismatch if it would be paid in another currency
   * @throws org.orderly.inventory.InsufficientStock if there is too little of some
   * @throws org.orderly.ledger.InsufficientFunds if the balance does not cover the difference
   * @throws org.orderly.payment.intent.CardDeclined if the card's money cannot be had
   */
  public IdempotentResult<OrderView> edit(EditOrder wish) {
    return earlierAnswer(wish)
        .orElseGet(
            () -> {
              PricedItems pricedItems = quotes.basket(null, wish.items());
              quotes.requireExpected(pricedItems, wish.expectedTotal());
              return write(wish, pricedItems);
            });
  }

  private IdempotentResult<OrderView> write(EditOrder wish, PricedItems pricedItems) {
    OrderSnapshot order =
        orders
            .find(wish.change().order())
            .orElseThrow(() -> new OrderNotFound(wish.change().order()));
    wish.change().requireOwn(order.buyer());
    Money more = pricedItems.total().minus(order.total());
    PreparedPayment preparedPayment =
        paymentPreparation.forMore(
            wish.change().request(), order.id(), order.buyer(), wish.payment(), more);
    try {
      return revision.write(wish, pricedItems, preparedPayment.plan());
    } catch (InsufficientStock | InsufficientFunds | UnpaidLimitReached refusal) {
      paymentPreparation.drop(preparedPayment);
      throw refusal;
    }
  }

  private Optional<IdempotentResult<OrderView>> earlierAnswer(EditOrder wish) {
    return keys.find(wish.change().request(), OrderView.class)
        .map(order -> new IdempotentResult<>(order, true));
  }
}
