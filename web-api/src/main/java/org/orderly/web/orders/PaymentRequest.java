package org.orderly.web.orders;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.orderly.kernel.Money;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;

/**
 * How somebody pays.
 *
 * @param token what the gateway calls their card
 * @param walletAmount what the balance is to pay of a split
 */
record PaymentRequest(
    @NotNull @Pattern(regexp = "wallet|card|invoice|split") String method,
    String token,
    Money walletAmount) {

  PaymentSelection selection() {
    return new PaymentSelection(
        PaymentMethod.valueOf(method.toUpperCase(Locale.ROOT)), token, walletAmount);
  }
}
