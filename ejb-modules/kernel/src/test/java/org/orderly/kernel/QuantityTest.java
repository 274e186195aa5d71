package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "1.50, 1.5",
    "1e3, 1000",
    "0.00000001, 0.00000001",
    "1000000000, 1000000000",
    "0e5, 0"
  })
  void hasOneFormForEqualNumbers(String text, String canonical) {
    assertThat(Quantity.of(text)).hasToString(canonical);
    assertThat(Quantity.of(text)).isEqualTo(Quantity.of(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "one",
        "NaN",
        "-1",
        "-0.00000001",
        "0.000000001",
        "1000000000.00000001",
        "1000000001",
        "1e2000000000",
        "1e-2000000000",
        "1e99999999999"
      })
  void refusesWhatIsNoQuantity(String text) {
    assertThatThrownBy(() -> Quantity.of(text))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.details()).containsEntry("field", "quantity"));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, true", "1.0, 0, true", "1.5, 0, false", "1.5, 1, true", "0.00000001, 8, true"})
  void knowsWhetherItFitsAProductsScale(String quantity, int scale, boolean fits) {
    assertThat(Quantity.of(quantity).fits(scale)).isEqualTo(fits);
  }

  @Test
  void neverFallsBelowZero() {
    assertThat(Quantity.of(3).minus(Quantity.of(3))).isEqualTo(Quantity.ZERO);
    assertThatThrownBy(() -> Quantity.of(3).minus(Quantity.of(4))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void neverGrowsBeyondItsBound() {
    assertThatThrownBy(() -> new Quantity(Quantity.MAX).plus(Quantity.of("0.00000001")))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void comparesByAmount() {
    assertThat(Quantity.of("2")).isGreaterThan(Quantity.of("1.99999999"));
    assertThat(Quantity.of("0.0").isZero()).isTrue();
  }

  @Test
  void keepsSignsOfChangesInCanonicalForm() {
    assertThat(Quantity.canonical(new BigDecimal("-2.50"))).isEqualTo(new BigDecimal("-2.5"));
    assertThatThrownBy(() -> Quantity.canonical(new BigDecimal("-1e10")))
        .isInstanceOf(InvalidValue.class);
  }
}
