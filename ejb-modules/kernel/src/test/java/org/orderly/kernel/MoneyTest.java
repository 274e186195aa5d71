package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest
  @CsvSource({
    "12.50, EUR, 1250",
    "12.5, EUR, 1250",
    "0, EUR, 0",
    "-0.01, EUR, -1",
    "12.500000, EUR, 1250",
    "1e2, EUR, 10000",
    "7, JPY, 7",
    "1.234, KWD, 1234",
    "10000000000000.00, EUR, 1000000000000000"
  })
  void readsAmountsInMajorUnits(String amount, String currency, long minorUnits) {
    assertThat(Money.of(amount, currency).minorUnits()).isEqualTo(minorUnits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "1,50",
        "NaN",
        "Infinity",
        "0x10",
        "twelve",
        "1.005",
        "0.0000000000000000000000001",
        "10000000000000.01",
        "-10000000000000.01",
        "-92233720368547758.08",
        "1e18",
        "1e2000000000",
        "-1e2000000000",
        "1e-2000000000",
        "0e2000000000",
        "1e99999999999"
      })
  void refusesWhatIsNoAmountOfEuros(String amount) {
    assertThatThrownBy(() -> Money.of(amount, "EUR"))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("invalid-value");
              assertThat(refusal.details()).containsEntry("field", "amount");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "eur", "EURO", "XXX", "XAU", "ZZZ", "€"})
  void refusesWhatCannotBeSpent(String currency) {
    assertThatThrownBy(() -> Money.of("1", currency))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("currency");
  }

  @Test
  void refusesAMissingCurrency() {
    assertThatThrownBy(() -> Money.of("1", null)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Money.MAX_MINOR_UNITS + 1,
        -Money.MAX_MINOR_UNITS - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      })
  void refusesAmountsBeyondItsBounds(long minorUnits) {
    assertThatThrownBy(() -> new Money(minorUnits, EUR)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesSumsBeyondItsBounds() {
    Money most = new Money(Money.MAX_MINOR_UNITS, EUR);
    assertThatThrownBy(() -> most.plus(new Money(1, EUR))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> most.negated().minus(new Money(1, EUR)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesToMixCurrencies() {
    Money euros = Money.of("1", "EUR");
    Money dollars = Money.of("1", "USD");
    assertThatThrownBy(() -> euros.plus(dollars)).isInstanceOf(CurrencyMismatch.class);
    assertThatThrownBy(() -> euros.minus(dollars)).isInstanceOf(CurrencyMismatch.class);
    assertThatThrownBy(() -> euros.compareTo(dollars)).isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void addsAndSubtractsExactly() {
    assertThat(Money.of("0.10", "EUR").plus(Money.of("0.20", "EUR")))
        .isEqualTo(Money.of("0.30", "EUR"));
    assertThat(Money.of("0.10", "EUR").minus(Money.of("0.30", "EUR")))
        .isEqualTo(Money.of("-0.20", "EUR"));
  }

  @ParameterizedTest
  @CsvSource({
    "1.99, 3, 5.97",
    "0.01, 0.5, 0.01",
    "0.01, 0.4, 0.00",
    "10.00, 0.33333333, 3.33",
    "2.55, 6, 15.30"
  })
  void multipliesWithTheRoundingAskedFor(String price, String quantity, String expected) {
    assertThat(Money.of(price, "EUR").times(Quantity.of(quantity), RoundingMode.HALF_UP))
        .isEqualTo(Money.of(expected, "EUR"));
  }

  @Test
  void refusesProductsBeyondItsBounds() {
    Money price = new Money(Money.MAX_MINOR_UNITS, EUR);
    assertThatThrownBy(() -> price.times(new Quantity(Quantity.MAX), RoundingMode.HALF_UP))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void allocatesWithoutLosingACent() {
    assertThat(Money.of("100.00", "EUR").allocate(1, 1, 1)).isEqualTo(cents(3334, 3333, 3333));
    assertThat(Money.of("-0.05", "EUR").allocate(1, 1, 1)).isEqualTo(cents(-2, -2, -1));
    assertThat(Money.of("0.03", "EUR").allocate(0, 1, 1)).isEqualTo(cents(0, 2, 1));
    assertThat(Money.zero(EUR).allocate(1, 2)).isEqualTo(cents(0, 0));
  }

  @Test
  void allocatesWhatIsLeftByTheLargestRemainder() {
    // the exact shares are 1.43, 2.86 and 5.71
    assertThat(Money.of("0.10", "EUR").allocate(1, 2, 4)).isEqualTo(cents(1, 3, 6));
    assertThat(Money.of("-0.10", "EUR").allocate(1, 2, 4)).isEqualTo(cents(-1, -3, -6));
    assertThat(Money.of("0.01", "EUR").allocate(1, 2, 2)).isEqualTo(cents(0, 1, 0));
  }

  @Test
  void allocatesSharesThatAddUpWhateverTheWeights() {
    Random random = new Random(20261120);
    for (int round = 0; round < 500; round++) {
      Money whole = new Money(random.nextLong(-Money.MAX_MINOR_UNITS, Money.MAX_MINOR_UNITS), EUR);
      long[] weights = random.longs(1 + random.nextInt(20), 0, 1_000_000).toArray();
      weights[0]++;
      List<Money> parts = whole.allocate(weights);
      assertThat(parts.stream().reduce(Money::plus)).hasValue(whole);
      BigDecimal sum = BigDecimal.valueOf(LongStream.of(weights).sum());
      for (int i = 0; i < weights.length; i++) {
        BigDecimal exact =
            BigDecimal.valueOf(whole.minorUnits())
                .multiply(BigDecimal.valueOf(weights[i]))
                .divide(sum, MathContext.DECIMAL128);
        assertThat(BigDecimal.valueOf(parts.get(i).minorUnits()).subtract(exact).abs())
            .isLessThan(BigDecimal.ONE);
      }
    }
  }

  @Test
  void refusesWeightsThatCannotShare() {
    Money euro = Money.of("1", "EUR");
    assertThatThrownBy(() -> euro.allocate(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.allocate(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(euro::allocate).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.allocate(Long.MAX_VALUE, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void knowsItsSign() {
    assertThat(Money.of("0.01", "EUR").isPositive()).isTrue();
    assertThat(Money.of("-0.01", "EUR").isNegative()).isTrue();
    assertThat(Money.zero(EUR).isZero()).isTrue();
    assertThat(Money.zero(EUR).isPositive()).isFalse();
  }

  @Test
  void showsAsManyDecimalsAsTheCurrencyHas() {
    assertThat(Money.of("5", "EUR").amount()).isEqualTo(new BigDecimal("5.00"));
    assertThat(Money.of("5", "EUR")).hasToString("5.00 EUR");
    assertThat(Money.of("5", "JPY")).hasToString("5 JPY");
  }

  private static List<Money> cents(long... parts) {
    return Arrays.stream(parts).mapToObj(part -> new Money(part, EUR)).toList();
  }
}
