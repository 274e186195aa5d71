package org.orderly.payment.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

class StripeAmountsTest {

  @ParameterizedTest
  @CsvSource({
    "12.50, EUR, 1250",
    "0.01, USD, 1",
    "1500, JPY, 1500",
    "1500, KRW, 1500",
    "7, XOF, 7",
    "1500, ISK, 150000",
    "1500, UGX, 150000",
    "15.00, MGA, 15",
    "1.250, KWD, 1250",
    "99.00, HUF, 9900"
  })
  void countsAsStripeDoesInBothDirections(String amount, String currency, long counted) {
    Money money = Money.of(amount, currency);

    assertThat(StripeAmounts.of(money)).isEqualTo(counted);
    assertThat(StripeAmounts.money(counted, currency.toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(money);
  }

  @ParameterizedTest
  @CsvSource({"1.255, KWD", "15.50, MGA"})
  void refusesWhatStripeCannotCount(String amount, String currency) {
    assertThatThrownBy(() -> StripeAmounts.of(Money.of(amount, currency)))
        .isInstanceOf(InvalidValue.class);
  }
}
