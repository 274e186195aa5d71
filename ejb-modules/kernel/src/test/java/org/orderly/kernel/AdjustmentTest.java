package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Adjustment.Kind;

class AdjustmentTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void addsUpWhatIsAddedAndTakenOff() {
    assertThat(
            Adjustment.sum(
                List.of(adjustment(Kind.SHIPPING, "4.90"), adjustment(Kind.DISCOUNT, "-5.00")),
                EUR))
        .isEqualTo(Money.of("-0.10", "EUR"));
    assertThat(Adjustment.sum(List.of(), EUR)).isEqualTo(Money.zero(EUR));
    assertThatThrownBy(
            () ->
                Adjustment.sum(List.of(adjustment(Kind.TAX, "1.00")), Currency.getInstance("USD")))
        .isInstanceOf(CurrencyMismatch.class);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isNeverZero(Kind kind) {
    assertThatThrownBy(() -> adjustment(kind, "0.00"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("amount");
  }

  @Test
  void raisesNoPriceByADiscount() {
    assertThatThrownBy(() -> adjustment(Kind.DISCOUNT, "0.01")).isInstanceOf(InvalidValue.class);
    assertThat(adjustment(Kind.SHIPPING, "-4.90").amount()).isEqualTo(Money.of("-4.90", "EUR"));
    assertThat(adjustment(Kind.TAX, "-1.90").amount()).isEqualTo(Money.of("-1.90", "EUR"));
  }

  @Test
  void sharesOnlyDiscountsAndTaxesWithGoods() {
    assertThat(Kind.values()).filteredOn(Kind::isOfGoods).containsOnly(Kind.DISCOUNT, Kind.TAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines", "a\u0000b", "a\u0085b"})
  void hasALabelOfOneLine(String label) {
    assertThatThrownBy(
            () -> new Adjustment(Kind.FEE, label, Money.of("1.00", "EUR"), "fee:gift-wrap"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("label");
  }

  @Test
  void hasALabelOfLimitedLength() {
    Money amount = Money.of("1.00", "EUR");
    String longest = "x".repeat(Adjustment.MAX_LABEL);
    assertThat(new Adjustment(Kind.FEE, longest, amount, "fee:x").label()).isEqualTo(longest);
    assertThatThrownBy(() -> new Adjustment(Kind.FEE, longest + "x", amount, "fee:x"))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "promotion",
        "promotion:",
        ":summer",
        "Promotion:summer",
        "promotion:a b",
        "promotion:-a",
        "promotion:a\n",
        "promotion:é"
      })
  void namesTheRuleThatMadeIt(String source) {
    assertThatThrownBy(() -> new Adjustment(Kind.FEE, "Gift wrap", Money.of("1.00", "EUR"), source))
        .isInstanceOf(InvalidValue.class)
        .hasMessageStartingWith("source");
  }

  private static Adjustment adjustment(Kind kind, String amount) {
    return new Adjustment(kind, "Label", Money.of(amount, "EUR"), "rule:2026_1.a-b");
  }
}
