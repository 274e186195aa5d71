package org.orderly.ordering.tender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.messaging.RequestKey;
import org.orderly.ordering.quote.Basket;
import org.orderly.payment.intent.CardHold;
import org.orderly.payment.intent.CardHolds;
import org.orderly.payment.intent.CardWish;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.PaymentWish;

/** Prepares how orders are paid: asks for a card's money before the order is placed. */
@ApplicationScoped
public class Tenders {

  private final CardHolds holds;
  private final StockReservations stock;
  private final OfferedMethods offered;
  private final UnpaidTerms terms;

  @Inject
  Tenders(CardHolds holds, StockReservations stock, OfferedMethods offered, UnpaidTerms terms) {
    this.holds = holds;
    this.stock = stock;
    this.offered = offered;
    this.terms = terms;
  }

  /**
   * Needs to be called without a transaction, since a gateway may be asked. The same wish finds
   * what was reserved for it before.
   *
   * @param guest whether the buyer has no account
   * @throws PaymentMethodNotAvailable if the shop does not offer the method to this buyer
   * @throws org.orderly.payment.intent.CardDeclined if the card's money cannot be had
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer
   * @throws org.orderly.inventory.InsufficientStock if it would be reserved in vain
   */
  public Tender prepare(
      RequestKey request, UserId buyer, boolean guest, PaymentWish payment, Basket basket) {
    Money total = basket.total();
    Duration unpaidFor = terms.of(payment.method(), guest);
    if (total.isZero()) {
      return Tender.of(new PaymentPlan.Wallet(), unpaidFor);
    }
    offered.require(payment.method(), guest ? null : buyer);
    return switch (payment.method()) {
      case WALLET -> Tender.of(new PaymentPlan.Wallet(), unpaidFor);
      case INVOICE -> Tender.of(new PaymentPlan.Invoice(), unpaidFor);
      case CARD -> {
        CardHold hold = hold(request, buyer, payment, basket, total);
        yield new Tender(hold.order(), new PaymentPlan.Card(hold), unpaidFor);
      }
      case SPLIT -> {
        Money fromWallet = payment.walletAmount();
        CardHold hold = hold(request, buyer, payment, basket, rest(total, fromWallet));
        yield new Tender(hold.order(), new PaymentPlan.Split(fromWallet, hold), unpaidFor);
      }
    };
  }

  /**
   * Prepares how what an edited order costs more is paid.
   *
   * @param payment {@code null} for the balance
   * @throws org.orderly.payment.intent.CardDeclined if the card's money cannot be had
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer
   */
  public Tender forMore(
      RequestKey request, OrderId order, UserId buyer, PaymentWish payment, Money more) {
    if (payment == null || !payment.byCard() || !more.isPositive()) {
      return new Tender(order, new PaymentPlan.Wallet(), Duration.ZERO);
    }
    offered.require(PaymentMethod.CARD, buyer);
    CardWish card = new CardWish(request, order, buyer, more, payment.token());
    return new Tender(order, new PaymentPlan.Card(holds.hold(card)), Duration.ZERO);
  }

  /** No order will be placed on it after all; the gateway is told soon. */
  public void drop(Tender tender) {
    if (tender.plan() instanceof PaymentPlan.Card card) {
      holds.letGo(card.hold());
    } else if (tender.plan() instanceof PaymentPlan.Split split) {
      holds.letGo(split.hold());
    }
  }

  private CardHold hold(
      RequestKey request, UserId buyer, PaymentWish payment, Basket basket, Money amount) {
    stock.requireAvailable(basket.reservationLines());
    return holds.hold(new CardWish(request, null, buyer, amount, payment.token()));
  }

  private static Money rest(Money total, Money fromWallet) {
    Money rest = total.minus(fromWallet.requireIn(total.currency()));
    if (!rest.isPositive()) {
      throw new InvalidValue("payment.walletAmount", "must be less than the total of " + total);
    }
    return rest;
  }
}
