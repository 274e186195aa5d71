package org.orderly.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.payment.wallet.TransferStatus.COMPLETED;
import static org.orderly.payment.wallet.TransferStatus.PENDING;
import static org.orderly.payment.wallet.TransferStatus.REFUSED;
import static org.orderly.payment.wallet.TransferStatus.RETURNED;
import static org.orderly.payment.wallet.TransferStatus.REVERSED;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.payment.gateway.NextAction;
import org.orderly.platform.idempotency.IdempotencyKey;

class GatewayTransferTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Money ZERO = Money.of("0", "EUR");

  /** How each state is come to from PENDING. */
  private static final Map<TransferStatus, List<TransferStatus>> WAYS =
      Map.of(
          PENDING, List.of(),
          COMPLETED, List.of(COMPLETED),
          REFUSED, List.of(REFUSED),
          RETURNED, List.of(COMPLETED, RETURNED),
          REVERSED, List.of(COMPLETED, REVERSED));

  private final UserId ann = UserId.newId();

  @ParameterizedTest
  @CsvSource({
    "PENDING,   PENDING, false",
    "PENDING,   COMPLETED, true",
    "PENDING,   REFUSED, true",
    "PENDING,   RETURNED, false",
    "PENDING,   REVERSED, false",
    "COMPLETED, PENDING, false",
    "COMPLETED, COMPLETED, false",
    "COMPLETED, REFUSED, false",
    "COMPLETED, RETURNED, true",
    "COMPLETED, REVERSED, true",
    "REFUSED,   PENDING, false",
    "REFUSED,   COMPLETED, false",
    "REFUSED,   REFUSED, false",
    "REFUSED,   RETURNED, false",
    "REFUSED,   REVERSED, false",
    "RETURNED,  PENDING, false",
    "RETURNED,  COMPLETED, false",
    "RETURNED,  REFUSED, false",
    "RETURNED,  RETURNED, false",
    "RETURNED,  REVERSED, false",
    "REVERSED,  PENDING, false",
    "REVERSED,  COMPLETED, false",
    "REVERSED,  REFUSED, false",
    "REVERSED,  RETURNED, false",
    "REVERSED,  REVERSED, false"
  })
  void goesOnlyWhereItMay(TransferStatus from, TransferStatus to, boolean allowed) {
    GatewayTransfer transfer = deposit("k");
    WAYS.get(from).forEach(step -> transfer.settle(step, null, START));
    if (allowed) {
      transfer.settle(to, null, START);
    } else {
      assertThatThrownBy(() -> transfer.settle(to, null, START))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(transfer.view(ZERO).status()).isEqualTo((allowed ? to : from).name());
  }

  @ParameterizedTest
  @EnumSource(
      value = TransferStatus.class,
      names = {"COMPLETED", "REFUSED"})
  void isNotAskedAboutOnceItIsSettled(TransferStatus last) {
    GatewayTransfer transfer = deposit("k");
    transfer.askAgain(new NextAction(URI.create("https://bank.example"), "secret"), START);
    assertThat(transfer.isDue()).isTrue();
    transfer.settle(last, null, START);
    assertThat(transfer.isDue()).isFalse();
    assertThat(transfer.view(ZERO).nextAction()).isNull();
  }

  @Test
  void tellsItsOwnerWhatToDoFirst() {
    GatewayTransfer transfer = deposit("k");
    NextAction action = new NextAction(URI.create("https://bank.example/3ds"), null);
    transfer.askAgain(action, START);
    assertThat(transfer.view(ZERO).nextAction()).isEqualTo(action);
    assertThat(transfer.view(ZERO).status()).isEqualTo("PENDING");
  }

  @Test
  void isOfOneRequestForADay() {
    GatewayTransfer transfer = deposit("k");
    assertThat(transfer.isOf(request("k", "same"))).isTrue();
    assertThat(transfer.isOf(request("k", "other"))).isFalse();
    assertThat(transfer.outlivedItsKey(START.plus(Duration.ofHours(24)))).isFalse();
    assertThat(transfer.outlivedItsKey(START.plus(Duration.ofHours(24)).plusMillis(1))).isTrue();
  }

  private GatewayTransfer deposit(String key) {
    TransferRequest order =
        new TransferRequest(
            UuidV7.next(),
            GatewayTransfer.Direction.IN,
            ann,
            Money.of("5.00", "EUR"),
            "sandbox",
            null,
            null,
            START,
            false);
    return GatewayTransfer.pending(order, request(key, "same"));
  }

  private IdempotencyKey request(String key, String fingerprint) {
    return new IdempotencyKey(ann, "deposit", key, fingerprint);
  }
}
