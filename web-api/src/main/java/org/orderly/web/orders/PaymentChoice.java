package org.orderly.web.orders;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.orderly.kernel.Money;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentWish;

/**
 * How somebody pays.
 *
 * @param token what the gateway calls their card
 * @param walletAmount what the balance is to pay of a split
 */
record PaymentChoice(
    @NotNull @Pattern(regexp = "wallet|card|invoice|split") String method,
    String token,
    Money walletAmount) {

  PaymentWish wish() {
    return new PaymentWish(
        PaymentMethod.valueOf(method.toUpperCase(Locale.ROOT)), token, walletAmount);
  }
}
