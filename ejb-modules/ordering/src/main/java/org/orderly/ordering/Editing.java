package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.kernel.DomainException;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;

/**
 * Makes other orders of orders that are not shipped yet, at today's prices; the difference is
 * charged or given back.
 */
@ApplicationScoped
public class Editing {

  private final Quotes quotes;
  private final Revision revision;
  private final IdempotencyKeys keys;

  @Inject
  Editing(
      Quotes quotes, Revision revision, @ForDomain(OrderingDatabase.NAME) IdempotencyKeys keys) {
    this.quotes = quotes;
    this.revision = revision;
    this.keys = keys;
  }

  /**
   * Edits an order, once per request key.
   *
   * <p>Must be called without a transaction; it is one transaction over the ordering, payment and
   * inventory databases.
   *
   * @throws OrderNotFound also for another buyer's order
   * @throws OrderNotEditable if some of it has left the house, or it is over
   * @throws UnknownProducts if items are not on offer
   * @throws TotalChanged if it would cost another sum than the buyer expects
   * @throws org.orderly.kernel.CurrencyMismatch if it would be paid in another currency
   * @throws org.orderly.inventory.InsufficientStock if there is too little of some
   * @throws org.orderly.payment.InsufficientFunds if the balance does not cover the difference
   */
  public Answer<OrderView> edit(EditOrder wish) {
    Basket basket;
    try {
      basket = quotes.basket(null, wish.items());
      quotes.requireExpected(basket, wish.expectedTotal());
    } catch (DomainException refusal) {
      // prices may have been others when this request came first
      return earlierAnswer(wish).orElseThrow(() -> refusal);
    }
    return revision.write(wish, basket);
  }

  private Optional<Answer<OrderView>> earlierAnswer(EditOrder wish) {
    return keys.find(wish.change().request(), OrderView.class)
        .map(order -> new Answer<>(order, true));
  }
}
