package org.orderly.ordering.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.intent.CardAuthorizationRequest;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;

/** Prepares payments: authorizes cards before the transaction that places or edits the order. */
@ApplicationScoped
public class PaymentPreparation {

  private final CardAuthorizations holds;
  private final StockReservations stock;
  private final OfferedMethods offered;
  private final UnpaidTerms terms;

  @Inject
  PaymentPreparation(
      CardAuthorizations holds,
      StockReservations stock,
      OfferedMethods offered,
      UnpaidTerms terms) {
    this.holds = holds;
    this.stock = stock;
    this.offered = offered;
    this.terms = terms;
  }

  /**
   * Prepares the payment of a new order. Must be called without a transaction, because it may call
   * the gateway. A retry of the same request finds its earlier authorization.
   *
   * @param guest whether the buyer has no account
   * @throws PaymentMethodNotAvailable if the shop does not offer the method to this buyer
   * @throws org.orderly.payment.intent.CardDeclined if the card is declined
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer
   * @throws org.orderly.inventory.InsufficientStock if the order could not be filled anyway
   */
  public PreparedPayment prepare(
      IdempotencyKey request,
      UserId buyer,
      boolean guest,
      PaymentSelection payment,
      PricedItems pricedItems) {
    Money total = pricedItems.total();
    Duration unpaidFor = terms.of(payment.method(), guest);
    if (total.isZero()) {
      return PreparedPayment.of(new PaymentPlan.Wallet(), unpaidFor);
    }
    offered.require(payment.method(), guest ? null : buyer);
    return switch (payment.method()) {
      case WALLET -> PreparedPayment.of(new PaymentPlan.Wallet(), unpaidFor);
      case INVOICE -> PreparedPayment.of(new PaymentPlan.Invoice(), unpaidFor);
      case CARD -> {
        CardAuthorization hold = hold(request, buyer, payment, pricedItems, total);
        yield new PreparedPayment(hold.order(), new PaymentPlan.Card(hold), unpaidFor);
      }
      case SPLIT -> {
        Money fromWallet = payment.walletAmount();
        CardAuthorization hold =
            hold(request, buyer, payment, pricedItems, rest(total, fromWallet));
        yield new PreparedPayment(hold.order(), new PaymentPlan.Split(fromWallet, hold), unpaidFor);
      }
    };
  }

  /**
   * Prepares the payment of the amount that an edit adds to an order.
   *
   * @param payment {@code null} for the buyer's balance
   * @throws org.orderly.payment.intent.CardDeclined if the card is declined
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer
   */
  public PreparedPayment forMore(
      IdempotencyKey request, OrderId order, UserId buyer, PaymentSelection payment, Money more) {
    if (payment == null || !payment.byCard() || !more.isPositive()) {
      return new PreparedPayment(order, new PaymentPlan.Wallet(), Duration.ZERO);
    }
    offered.require(PaymentMethod.CARD, buyer);
    CardAuthorizationRequest card =
        new CardAuthorizationRequest(request, order, buyer, more, payment.token());
    return new PreparedPayment(order, new PaymentPlan.Card(holds.hold(card)), Duration.ZERO);
  }

  /** Releases a card's authorization after a refusal; the gateway gets the request soon after. */
  public void release(PreparedPayment preparedPayment) {
    if (preparedPayment.plan() instanceof PaymentPlan.Card card) {
      holds.release(card.hold());
    } else if (preparedPayment.plan() instanceof PaymentPlan.Split split) {
      holds.release(split.hold());
    }
  }

  private CardAuthorization hold(
      IdempotencyKey request,
      UserId buyer,
      PaymentSelection payment,
      PricedItems pricedItems,
      Money amount) {
    stock.requireAvailable(pricedItems.reservationLines());
    return holds.hold(new CardAuthorizationRequest(request, null, buyer, amount, payment.token()));
  }

  private static Money rest(Money total, Money fromWallet) {
    Money rest = total.minus(fromWallet.requireIn(total.currency()));
    if (!rest.isPositive()) {
      throw new InvalidValue("payment.walletAmount", "must be less than the total of " + total);
    }
    return rest;
  }
}
