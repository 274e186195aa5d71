package org.orderly.payment.gateway.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.gateway.ResilientGateway;

/** Stripe. Chosen by {@code ORDERLY_PAYMENT_GATEWAY=stripe}. */
@ApplicationScoped
class StripeGateway implements PaymentGateway {

  /** What Stripe lists at once, and more refunds than a payment has. */
  private static final long MOST_REFUNDS = 100;

  private static final String CARD_TOKEN = "tok_";

  private final StripeHttpClient line;
  private final StripeResilience resilience;
  private final StripeSearch search;
  private final StripeBalanceTransactions movements;
  private final StripeEvents events;

  @Inject
  StripeGateway(
      StripeHttpClient line,
      StripeResilience resilience,
      StripeSearch search,
      StripeBalanceTransactions movements,
      StripeEvents events) {
    this.line = line;
    this.resilience = resilience;
    this.search = search;
    this.movements = movements;
    this.events = events;
  }

  @Override
  public String name() {
    return "stripe";
  }

  @Override
  public boolean configured() {
    return line.hasKey();
  }

  @Override
  public ResilientGateway resilience() {
    return resilience;
  }

  /** The step that a bank may ask the buyer for comes back as a page if there is a way back. */
  @Override
  public Authorization authorize(AuthorizationRequest request) {
    String token = request.token();
    if (token == null) {
      throw new InvalidValue("token", "is needed: the payment gateway's name for a card");
    }
    PaymentIntentCreateParams params = params(request, token);
    return line.ask(
        stripe ->
            StripeIntents.authorization(
                stripe.paymentIntents().create(params, StripeHttpClient.named(request.key()))),
        refused ->
            new Authorization(
                Authorization.Result.DECLINED, refused.payment(), null, refused.code(), null));
  }

  private static PaymentIntentCreateParams params(AuthorizationRequest request, String token) {
    PaymentIntentCreateParams.Builder params =
        PaymentIntentCreateParams.builder()
            .setAmount(StripeAmounts.of(request.amount()))
            .setCurrency(StripeAmounts.code(request.amount().currency()))
            .setCaptureMethod(
                request.captureNow()
                    ? PaymentIntentCreateParams.CaptureMethod.AUTOMATIC
                    : PaymentIntentCreateParams.CaptureMethod.MANUAL)
            .addPaymentMethodType("card")
            .setConfirm(true)
            .setDescription(request.description())
            .setReturnUrl(request.returnTo() == null ? null : request.returnTo().toString())
            .putMetadata(StripeIntents.KEY, request.key().toString())
            .addExpand(StripeIntents.WITH_FEE);
    if (token.startsWith(CARD_TOKEN)) {
      params.putExtraParam(
          "payment_method_data", Map.of("type", "card", "card", Map.of("token", token)));
    } else {
      params.setPaymentMethod(token);
    }
    return params.build();
  }

  /** An intent can be captured once, so one that was for this amount is this capture. */
  @Override
  public GatewayResult capture(UUID key, String reference, Money amount) {
    PaymentIntentCaptureParams params =
        PaymentIntentCaptureParams.builder()
            .setAmountToCapture(StripeAmounts.of(amount))
            .addExpand(StripeIntents.WITH_FEE)
            .build();
    return line.ask(
        stripe ->
            captured(
                stripe.paymentIntents().capture(reference, params, StripeHttpClient.named(key))),
        refused -> {
          if (!refused.is(StripeRefusal.UNEXPECTED_STATE)) {
            return GatewayResult.refused(refused.code());
          }
          PaymentIntent now = search.retrieve(reference);
          boolean same =
              now.getStatus().equals("succeeded")
                  && now.getAmountReceived() == StripeAmounts.of(amount);
          return same ? captured(now) : GatewayResult.refused(refused.code());
        });
  }

  private static GatewayResult captured(PaymentIntent intent) {
    return GatewayResult.completed(intent.getLatestCharge(), StripeIntents.fee(intent));
  }

  @Override
  public GatewayResult cancel(UUID key, String reference) {
    return line.ask(
        stripe ->
            GatewayResult.completed(
                stripe
                    .paymentIntents()
                    .cancel(
                        reference,
                        PaymentIntentCancelParams.builder().build(),
                        StripeHttpClient.named(key))
                    .getId(),
                null),
        refused ->
            refused.is(StripeRefusal.UNEXPECTED_STATE)
                    && search.retrieve(reference).getStatus().equals("canceled")
                ? GatewayResult.completed(reference)
                : GatewayResult.refused(refused.code()));
  }

  /**
   * Stripe forgets idempotency keys after a day or more, and a pending refund takes longer: so what
   * was refunded is looked at before anything is refunded.
   */
  @Override
  public GatewayResult refund(UUID key, String reference, Money amount) {
    for (Refund refund : refunds(reference)) {
      if (key.equals(StripeIntents.key(refund.getMetadata()))) {
        return result(refund);
      }
    }
    RefundCreateParams params =
        RefundCreateParams.builder()
            .setPaymentIntent(reference)
            .setAmount(StripeAmounts.of(amount))
            .putMetadata(StripeIntents.KEY, key.toString())
            .build();
    return line.ask(
        stripe -> result(stripe.refunds().create(params, StripeHttpClient.named(key))),
        refused -> GatewayResult.refused(refused.code()));
  }

  private List<Refund> refunds(String reference) {
    RefundListParams params =
        RefundListParams.builder().setPaymentIntent(reference).setLimit(MOST_REFUNDS).build();
    return line.ask(stripe -> stripe.refunds().list(params).getData(), refused -> List.of());
  }

  private static GatewayResult result(Refund refund) {
    return switch (refund.getStatus()) {
      case "succeeded" -> GatewayResult.completed(refund.getId());
      case "failed", "canceled" ->
          GatewayResult.refused(StripeRefusal.inKebabCase(refund.getFailureReason()));
      default -> GatewayResult.pending(refund.getId());
    };
  }

  /**
   * Stripe pays out to the bank account of the shop itself, and to others only if they have
   * accounts of their own there (Connect): so customers' balances are not paid out this way.
   */
  @Override
  public GatewayResult payOut(UUID key, UserId to, Money amount) {
    return GatewayResult.refused("payouts-not-supported");
  }

  @Override
  public AuthorizationStatus status(UUID authorizationKey, @Nullable String referenceOrNull) {
    return search
        .find(authorizationKey, referenceOrNull)
        .map(StripeIntents::status)
        .orElseGet(AuthorizationStatus::unknown);
  }

  @Override
  public List<BalanceTransaction> movements(Instant from, Instant to) {
    return movements.between(from, to);
  }

  @Override
  public GatewayEvent readEvent(Map<String, String> headers, byte[] body) {
    return events.read(headers.get("stripe-signature"), body);
  }
}
