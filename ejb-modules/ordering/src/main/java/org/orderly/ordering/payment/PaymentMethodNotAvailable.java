package org.orderly.ordering.payment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.payment.method.PaymentMethod;

/** The shop does not offer this payment method to this buyer. */
public final class PaymentMethodNotAvailable extends DomainException {

  private static final long serialVersionUID = 1L;

  PaymentMethodNotAvailable(PaymentMethod method, List<PaymentMethod> available, String why) {
    super(
        Kind.RULE_BROKEN,
        "payment-method-not-available",
        "payment by " + name(method) + " is not available: " + why,
        Map.of(
            "method",
            name(method),
            "available",
            available.stream().map(PaymentMethodNotAvailable::name).toList()));
  }

  private static String name(PaymentMethod method) {
    return method.name().toLowerCase(Locale.ROOT);
  }
}
