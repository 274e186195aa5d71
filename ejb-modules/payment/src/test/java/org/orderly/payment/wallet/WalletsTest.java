package org.orderly.payment.wallet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.messaging.IdempotencyKey;

class WalletsTest {

  /** What is refused at once needs no database and no gateway. */
  private final Wallets wallets = new Wallets(null, null, null, null, null, null);

  private final UserId ann = UserId.newId();
  private final IdempotencyKey request = new IdempotencyKey(ann, "deposit", null, "");

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.01", "-1000000"})
  void moveOnlyPositiveAmounts(String amount) {
    Money money = Money.of(amount, "EUR");
    assertThatThrownBy(() -> wallets.deposit(ann, money, null, request))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> wallets.withdraw(ann, money, request))
        .isInstanceOf(InvalidValue.class);
  }
}
