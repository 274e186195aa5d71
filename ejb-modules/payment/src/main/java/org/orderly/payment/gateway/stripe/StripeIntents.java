package org.orderly.payment.gateway.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.NextAction;

/** What a PaymentIntent means. */
final class StripeIntents {

  /** The metadata's member that holds the caller's key. */
  static final String KEY = "orderly_key";

  /** What has to come along with an intent for its fee to be known. */
  static final String WITH_FEE = "latest_charge.balance_transaction";

  private StripeIntents() {}

  /** Whose it is; {@code null} if it was not made by us. */
  static @Nullable UUID key(@Nullable Map<String, String> metadata) {
    try {
      String key = metadata == null ? null : metadata.get(KEY);
      return key == null ? null : UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static Authorization authorization(PaymentIntent intent) {
    AuthorizationStatus.State state = state(intent);
    Authorization.Result result =
        switch (state) {
          case AUTHORIZED -> Authorization.Result.AUTHORIZED;
          case CAPTURED -> Authorization.Result.CAPTURED;
          case ACTION_REQUIRED -> Authorization.Result.ACTION_REQUIRED;
          case PENDING -> Authorization.Result.PENDING;
          default -> Authorization.Result.DECLINED;
        };
    return new Authorization(
        result, intent.getId(), nextAction(intent), declineCode(intent, state), fee(intent));
  }

  static AuthorizationStatus status(PaymentIntent intent) {
    AuthorizationStatus.State state = state(intent);
    Charge charge = intent.getLatestChargeObject();
    long refunded = charge == null ? 0 : zeroIfNull(charge.getAmountRefunded());
    boolean reserved =
        state == AuthorizationStatus.State.AUTHORIZED
            || state == AuthorizationStatus.State.CAPTURED
            || state == AuthorizationStatus.State.VOIDED && intent.getLatestCharge() != null;
    return new AuthorizationStatus(
        state,
        intent.getId(),
        money(intent, reserved ? intent.getAmount() : 0),
        money(intent, state == AuthorizationStatus.State.CAPTURED ? intent.getAmountReceived() : 0),
        money(intent, state == AuthorizationStatus.State.CAPTURED ? refunded : 0),
        fee(intent),
        nextAction(intent),
        declineCode(intent, state));
  }

  private static AuthorizationStatus.State state(PaymentIntent intent) {
    return switch (intent.getStatus()) {
      case "requires_capture" -> AuthorizationStatus.State.AUTHORIZED;
      case "succeeded" -> AuthorizationStatus.State.CAPTURED;
      case "requires_action" -> AuthorizationStatus.State.ACTION_REQUIRED;
      case "canceled" -> AuthorizationStatus.State.VOIDED;
      case "requires_payment_method" -> AuthorizationStatus.State.DECLINED;
      default -> AuthorizationStatus.State.PENDING;
    };
  }

  private static @Nullable NextAction nextAction(PaymentIntent intent) {
    if (!intent.getStatus().equals("requires_action")) {
      return null;
    }
    PaymentIntent.NextAction next = intent.getNextAction();
    return next != null && next.getRedirectToUrl() != null
        ? new NextAction(URI.create(next.getRedirectToUrl().getUrl()), null)
        : new NextAction(null, intent.getClientSecret());
  }

  private static @Nullable String declineCode(
      PaymentIntent intent, AuthorizationStatus.State state) {
    if (state != AuthorizationStatus.State.DECLINED) {
      return null;
    }
    StripeError error = intent.getLastPaymentError();
    String code = error == null ? null : error.getDeclineCode();
    return StripeRefusal.inKebabCase(error == null || code != null ? code : error.getCode());
  }

  /** {@code null} until Stripe has booked the charge, which may be a moment later. */
  static @Nullable Money fee(PaymentIntent intent) {
    Charge charge = intent.getLatestChargeObject();
    BalanceTransaction booked = charge == null ? null : charge.getBalanceTransactionObject();
    return booked == null || booked.getFee() == null
        ? null
        : StripeAmounts.money(booked.getFee(), booked.getCurrency());
  }

  private static Money money(PaymentIntent intent, @Nullable Long amount) {
    return StripeAmounts.money(zeroIfNull(amount), intent.getCurrency());
  }

  private static Money money(PaymentIntent intent, long amount) {
    return StripeAmounts.money(amount, intent.getCurrency());
  }

  private static long zeroIfNull(@Nullable Long amount) {
    return amount == null ? 0 : amount;
  }
}
