package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UuidV7;

class LedgerTest {

  private final Ledger ledger = new Ledger();
  private final Account wallet = StoredAccounts.wallet("10.00", "EUR");
  private final Account sales = StoredAccounts.ofShop(Account.Kind.SALES, "EUR");
  private final LedgerTransaction charge =
      new LedgerTransaction(LedgerTransaction.Kind.CHARGE, UuidV7.next(), Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.01", "-10"})
  void movesOnlyPositiveAmounts(String amount) {
    assertThatThrownBy(() -> ledger.post(charge, wallet, sales, Money.of(amount, "EUR")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(wallet.balance()).isEqualTo(Money.of("10.00", "EUR"));
  }

  @Test
  void refusesBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> ledger.post(charge, wallet, sales, Money.of("10.01", "EUR")))
        .isInstanceOf(InsufficientFunds.class);
    assertThat(wallet.balance()).isEqualTo(Money.of("10.00", "EUR"));
  }
}
