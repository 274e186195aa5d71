package org.orderly.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

class GatewayTransferTest {

  private final GatewayTransfer transfer =
      GatewayTransfer.pending(
          UuidV7.next(),
          GatewayTransfer.Direction.IN,
          UserId.newId(),
          Money.of("5.00", "EUR"),
          "sandbox",
          Instant.EPOCH);

  @Test
  void waitsForTheGateway() {
    assertThat(transfer.isPending()).isTrue();
    assertThat(transfer.view(Money.of("0", "EUR")).status()).isEqualTo("PENDING");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isSettledOnceForAll(boolean accepted) {
    transfer.settle(accepted);
    assertThat(transfer.view(Money.of("0", "EUR")).status())
        .isEqualTo(accepted ? "COMPLETED" : "REFUSED");
    for (boolean another : new boolean[] {true, false}) {
      assertThatThrownBy(() -> transfer.settle(another)).isInstanceOf(IllegalStateException.class);
    }
  }
}
