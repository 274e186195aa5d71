package org.orderly.productfiles.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.productfiles.value.PriceText.Price;

class PriceTextTest {

  private static final PriceText PRICES = new PriceText(DecimalMark.AUTO, "EUR");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "49.50|-|49.50|EUR",
        "49.50|usd|49.50|USD",
        "129.00 EUR|-|129.00|EUR",
        "EUR 89.00|EUR|89.00|EUR",
        "$49.50|USD|49.50|USD",
        "$49.50|CAD|49.50|CAD",
        "US$ 49.50|-|49.50|USD",
        "\u20AC 1.234,56|-|1234.56|EUR",
        "1 234,56 \u20AC|-|1234.56|EUR",
        "\u00A3-5.00|-|-5.00|GBP",
        "12,50 z\u0142|-|12.50|PLN",
        "89.00eur|-|89.00|EUR",
        "5 kr|NOK|5|NOK",
        "1.500 KWD|-|1.500|KWD"
      })
  void readsAnAmountAndItsCurrency(String text, String given, String amount, String currency) {
    Price price = PRICES.read(text, given);

    assertThat(price.amount()).isEqualTo(amount);
    assertThat(price.currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "129.00 EUR|USD|price is 129.00 EUR, but its currency is USD",
        "$49.50|EUR|price is $49.50, but its currency is EUR",
        "$49.50|-|price $49.50 does not say which currency $ is",
        "49.50 tokens|-|price is not a number: 49.50 tokens",
        "1.299|-|price 1.299 can be read in two ways; say whether the decimal mark of the file is a comma or a point",
        "1,299 EUR|-|price 1,299 can be read in two ways; say whether the decimal mark of the file is a comma or a point",
        "free|-|price is not a number: free"
      })
  void refusesWhatItWouldHaveToGuess(String text, String given, String reason) {
    assertThatThrownBy(() -> PRICES.read(text, given))
        .isInstanceOf(UnusableValue.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5 EUR USD", "EUR 5 USD", "5 5", "(5.00)", "5%", "\u0665"})
  void refusesWhatIsNoPrice(String text) {
    assertThatThrownBy(() -> PRICES.read(text, null)).isInstanceOf(UnusableValue.class);
  }

  @Test
  void readsNoEndlessText() {
    assertThatThrownBy(() -> PRICES.read("$" + "1,".repeat(400_000), null))
        .isInstanceOf(UnusableValue.class);
  }
}
