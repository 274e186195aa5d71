package org.orderly.ordering.unpaid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Money;

class UnpaidRulesTest {

  private final UnpaidRules rules = new UnpaidRules(3, 10, new BigDecimal("1000"), 25);
  private final UnpaidRules none = new UnpaidRules(0, 0, BigDecimal.ZERO, 0);

  @Test
  void letsABuyerKeepThreeOrdersOfAThousandTogether() {
    rules.requireBuyer(3, Money.of("1000.00", "EUR"));
    refuses("buyer", () -> rules.requireBuyer(4, Money.of("1.00", "EUR")));
    refuses("amount", () -> rules.requireBuyer(1, Money.of("1000.01", "EUR")));
    refuses("amount", () -> rules.requireBuyer(1, Money.of("1001", "JPY")));
  }

  @Test
  void letsANetworkKeepTen() {
    rules.requireAddress(10);
    refuses("address", () -> rules.requireAddress(11));
  }

  @Test
  void letsAQuarterOfTheStockWaitAndAlwaysOnePiece() {
    rules.requireProduct("tea", new BigDecimal("25"), new BigDecimal("100"));
    refuses("stock", () -> product("25.001", "100"));
    rules.requireProduct("tea", BigDecimal.ONE, BigDecimal.ONE);
    refuses("stock", () -> product("2", "3"));
  }

  @Test
  void limitsNothingAtZero() {
    assertThatCode(
            () -> {
              none.requireBuyer(1000, Money.of("1000000.00", "EUR"));
              none.requireAddress(1000);
              none.requireProduct("tea", BigDecimal.TEN, BigDecimal.TEN);
            })
        .doesNotThrowAnyException();
  }

  private void product(String kept, String onHand) {
    rules.requireProduct("tea", new BigDecimal(kept), new BigDecimal(onHand));
  }

  private static void refuses(String limit, Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOfSatisfying(
            UnpaidLimitReached.class,
            refusal ->
                org.assertj.core.api.Assertions.assertThat(refusal.details())
                    .containsEntry("limit", limit));
  }
}
