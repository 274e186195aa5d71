package org.orderly.payment.gateway.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe will not do.
 *
 * @param code the reason in kebab case
 * @param payment the PaymentIntent that it made all the same; {@code null} if none
 */
record StripeRefusal(String code, @Nullable String payment) {

  /** The object is in a state in which this cannot be done to it. */
  static final String UNEXPECTED_STATE = "payment-intent-unexpected-state";

  static final String MISSING = "resource-missing";

  static StripeRefusal of(StripeException e) {
    String decline = e instanceof CardException card ? card.getDeclineCode() : null;
    String code = decline == null ? e.getCode() : decline;
    PaymentIntent made = e.getStripeError() == null ? null : e.getStripeError().getPaymentIntent();
    return new StripeRefusal(inKebabCase(code), made == null ? null : made.getId());
  }

  static String inKebabCase(@Nullable String code) {
    return code == null ? "refused" : code.replace('_', '-');
  }

  boolean is(String known) {
    return code.equals(known);
  }
}
