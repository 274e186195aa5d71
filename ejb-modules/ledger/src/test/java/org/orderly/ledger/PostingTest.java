package org.orderly.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ledger.AccountKind.GATEWAY;
import static org.orderly.ledger.AccountKind.SALES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

class PostingTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.01", "-10"})
  void movesOnlyPositiveAmounts(String amount) {
    Money money = Money.of(amount, "EUR");
    assertThatThrownBy(() -> fromGateway(AccountRef.ofShop(SALES), money))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void movesSomewhereElse() {
    Money money = Money.of("1", "EUR");
    assertThatThrownBy(() -> fromGateway(AccountRef.ofShop(GATEWAY), money))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(AccountKind.class)
  void knowsWhichAccountsBelongToCustomers(AccountKind kind) {
    UserId wrong = kind.isOwned() ? null : UserId.newId();
    assertThatThrownBy(() -> new AccountRef(kind, wrong))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Posting fromGateway(AccountRef destination, Money amount) {
    return Posting.of(
        TransactionKind.CAPTURE, UuidV7.next(), AccountRef.ofShop(GATEWAY), destination, amount);
  }
}
