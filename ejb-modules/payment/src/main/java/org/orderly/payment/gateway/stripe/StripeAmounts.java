package org.orderly.payment.gateway.stripe;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

/**
 * Amounts as Stripe counts them, which is not always in ISO 4217's minor unit.
 *
 * <p>Source: docs.stripe.com/currencies, "Zero-decimal currencies", "Three-decimal currencies" and
 * "Special cases".
 */
final class StripeAmounts {

  private static final Set<String> WHOLE =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  /** Their last digit must be zero. */
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private StripeAmounts() {}

  /**
   * @throws InvalidValue if Stripe cannot move exactly this amount
   */
  static long of(Money money) {
    try {
      long amount = money.amount().movePointRight(decimals(money.currency())).longValueExact();
      if (!THREE_DECIMALS.contains(money.currency().getCurrencyCode()) || amount % 10 == 0) {
        return amount;
      }
    } catch (ArithmeticException e) {
      // said below
    }
    throw new InvalidValue(
        "amount", "is finer than the payment gateway counts " + money.currency());
  }

  static Money money(long amount, String currency) {
    Currency known = Money.currencyOf(currency.toUpperCase(Locale.ROOT));
    return Money.of(BigDecimal.valueOf(amount, decimals(known)), known);
  }

  static String code(Currency currency) {
    return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
  }

  /** Two for all others, also for ISK and UGX, which have none in ISO 4217. */
  private static int decimals(Currency currency) {
    String code = currency.getCurrencyCode();
    return WHOLE.contains(code) ? 0 : THREE_DECIMALS.contains(code) ? 3 : 2;
  }
}
