package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.orderly.kernel.CurrencyMismatch;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

class AccountTest {

  @Test
  void walletGivesWhatItHolds() {
    Account wallet = StoredAccounts.wallet("10.00", "EUR");
    wallet.give(Money.of("10.00", "EUR"));
    assertThat(wallet.balance().isZero()).isTrue();
  }

  @Test
  void walletNeverFallsBelowZero() {
    Account wallet = StoredAccounts.wallet("10.00", "EUR");
    assertThatThrownBy(() -> wallet.give(Money.of("10.01", "EUR")))
        .isInstanceOfSatisfying(
            InsufficientFunds.class,
            refusal ->
                assertThat(refusal.details())
                    .containsEntry("balance", Money.of("10.00", "EUR"))
                    .containsEntry("required", Money.of("10.01", "EUR")));
    assertThat(wallet.balance()).isEqualTo(Money.of("10.00", "EUR"));
  }

  @Test
  void walletTakesNoOtherCurrency() {
    Account wallet = StoredAccounts.wallet("10.00", "EUR");
    assertThatThrownBy(() -> wallet.give(Money.of("1", "USD")))
        .isInstanceOf(CurrencyMismatch.class);
    assertThatThrownBy(() -> wallet.take(Money.of("1", "USD")))
        .isInstanceOf(CurrencyMismatch.class);
  }

  @Test
  void walletHoldsNoMoreThanMoneyCanSay() {
    Account wallet = StoredAccounts.wallet("10000000000000.00", "EUR");
    assertThatThrownBy(() -> wallet.take(Money.of("0.01", "EUR"))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void accountOfTheShopMayOweAnyAmountAndKeepsNoBalance() {
    Account gateway = StoredAccounts.ofShop(Account.Kind.GATEWAY, "EUR");
    assertThatCode(() -> gateway.give(Money.of("1000000", "EUR"))).doesNotThrowAnyException();
    assertThatThrownBy(gateway::balance).isInstanceOf(IllegalStateException.class);
  }
}
