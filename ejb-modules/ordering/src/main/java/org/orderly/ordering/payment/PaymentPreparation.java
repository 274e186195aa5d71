package org.orderly.ordering.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.ChargeRequest;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.intent.CardAuthorizationRequest;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.request.RequestContext;

/** Prepares payments: authorizes cards before the transaction that places or edits the order. */
@ApplicationScoped
public class PaymentPreparation {

  private final CardAuthorizations authorizations;
  private final StockReservations stock;
  private final OfferedMethods offered;
  private final Duration stepMax;
  private final Duration invoiceMax;
  private final Duration guestMax;

  /**
   * @param stepMinutes how long a card payment may wait that the buyer has to authenticate
   * @param invoiceMinutes how long a bank transfer may take
   * @param guestMinutes the maximum for a guest, for any method
   */
  @Inject
  PaymentPreparation(
      CardAuthorizations authorizations,
      StockReservations stock,
      OfferedMethods offered,
      @ConfigProperty(name = "orderly.payment.step.minutes", defaultValue = "30") int stepMinutes,
      @ConfigProperty(name = "orderly.payment.invoice.minutes", defaultValue = "1440")
          int invoiceMinutes,
      @ConfigProperty(name = "orderly.payment.guest.minutes", defaultValue = "15")
          int guestMinutes) {
    this.authorizations = authorizations;
    this.stock = stock;
    this.offered = offered;
    this.stepMax = Duration.ofMinutes(stepMinutes);
    this.invoiceMax = Duration.ofMinutes(invoiceMinutes);
    this.guestMax = Duration.ofMinutes(guestMinutes);
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
  public ChargeRequest prepare(
      IdempotencyKey request,
      UserId buyer,
      boolean guest,
      PaymentSelection payment,
      PricedItems pricedItems) {
    Money total = pricedItems.total();
    if (!total.isZero()) {
      offered.require(payment.method(), guest ? null : buyer);
    }
    PaymentMethod method = total.isZero() ? PaymentMethod.WALLET : payment.method();
    PaymentPlan plan =
        switch (method) {
          case WALLET -> new PaymentPlan.Wallet();
          case INVOICE -> new PaymentPlan.Invoice();
          case CARD -> new PaymentPlan.Card(authorize(request, buyer, payment, pricedItems, total));
          case SPLIT -> {
            Money fromWallet = required(payment.walletAmount());
            Money byCard = rest(total, fromWallet);
            yield new PaymentPlan.Split(
                fromWallet, authorize(request, buyer, payment, pricedItems, byCard));
          }
        };
    OrderId order = authorization(plan).map(CardAuthorization::order).orElseGet(OrderId::newId);
    Duration unpaidFor = unpaidMax(payment.method(), guest);
    return new ChargeRequest(
        order, buyer, total, plan, unpaidFor, RequestContext.current().actor());
  }

  /** How long an order may stay unpaid before it expires. */
  private Duration unpaidMax(PaymentMethod method, boolean byGuest) {
    Duration usual = method == PaymentMethod.INVOICE ? invoiceMax : stepMax;
    return byGuest && guestMax.compareTo(usual) < 0 ? guestMax : usual;
  }

  /**
   * Prepares the payment of the amount that an edit adds to an order.
   *
   * @param payment {@code null} for the buyer's balance
   * @throws org.orderly.payment.intent.CardDeclined if the card is declined
   * @throws org.orderly.payment.gateway.GatewayUnavailable if the gateway does not answer
   */
  public PaymentPlan forMore(
      IdempotencyKey request,
      OrderId order,
      UserId buyer,
      @Nullable PaymentSelection payment,
      Money more) {
    if (payment == null || !payment.byCard() || !more.isPositive()) {
      return new PaymentPlan.Wallet();
    }
    offered.require(PaymentMethod.CARD, buyer);
    CardAuthorizationRequest card =
        new CardAuthorizationRequest(request, order, buyer, more, required(payment.token()));
    return new PaymentPlan.Card(authorizations.authorize(card));
  }

  /** Releases a card's authorization after a refusal; the gateway gets the request soon after. */
  public void release(PaymentPlan plan) {
    authorization(plan).ifPresent(authorizations::release);
  }

  private static Optional<CardAuthorization> authorization(PaymentPlan plan) {
    return switch (plan) {
      case PaymentPlan.Card card -> Optional.of(card.authorization());
      case PaymentPlan.Split split -> Optional.of(split.authorization());
      case PaymentPlan.Wallet() -> Optional.empty();
      case PaymentPlan.Invoice() -> Optional.empty();
    };
  }

  private CardAuthorization authorize(
      IdempotencyKey request,
      UserId buyer,
      PaymentSelection payment,
      PricedItems pricedItems,
      Money amount) {
    stock.requireAvailable(pricedItems.reservationLines());
    return authorizations.authorize(
        new CardAuthorizationRequest(request, null, buyer, amount, required(payment.token())));
  }

  /** The selection has checked that its method has what it needs. */
  private static <T> T required(@Nullable T chosen) {
    return Objects.requireNonNull(chosen);
  }

  private static Money rest(Money total, Money fromWallet) {
    Money rest = total.minus(fromWallet.requireIn(total.currency()));
    if (!rest.isPositive()) {
      throw new InvalidValue("payment.walletAmount", "must be less than the total of " + total);
    }
    return rest;
  }
}
