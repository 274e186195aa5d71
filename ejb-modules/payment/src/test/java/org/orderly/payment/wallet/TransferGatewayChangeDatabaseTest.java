package org.orderly.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.ledger.LedgerActions.wallet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.FormerGateway;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.payment.gateway.SelectedGateway;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** A deposit that was pending when the shop changed its gateway stays with the former one. */
class TransferGatewayChangeDatabaseTest {

  private static final Money TEN = Money.of("10.00", "EUR");

  private record Body(String amount) {}

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private final IdempotencyKey key = IdempotencyKey.of(ann, "deposit", "k", new Body("10.00"));
  private TestDatabase database;
  private FormerGateway former;
  private ScriptedGateway current;

  @BeforeEach
  void depositWithoutAnAnswerThenChange() {
    database = APP.database(PaymentDatabase.NAME);
    database.execute("delete from gateway_transfer");
    former = APP.bean(FormerGateway.class);
    former.reset();
    current = APP.bean(ScriptedGateway.class);
    current.reset();
    SelectedGateway.change(APP, "former");
    former.setAway(true);
    assertThat(deposit().status()).isEqualTo("PENDING");
    former.setAway(false);
    SelectedGateway.reset(APP);
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private Transfer deposit() {
    return APP.bean(Wallets.class).deposit(ann, TEN, "tok_1", key).value();
  }

  private void reconcile() {
    database.execute("update gateway_transfer set next_attempt_at = now()");
    TransferReconciler reconciler = APP.bean(TransferReconciler.class);
    reconciler.claim().forEach(reconciler::settle);
  }

  @Test
  void completesWhereItWasMade() {
    reconcile();
    assertThat(database.row("select status, gateway from gateway_transfer"))
        .isEqualTo("(COMPLETED,former)");
    assertThat(wallet(APP, ann)).isEqualTo(TEN);
    assertThat(former.calls()).containsExactly("take 10.00 EUR", "status", "take 10.00 EUR");
    assertThat(current.calls()).isEmpty();
  }

  @Test
  void waitsWhileItsGatewayIsNotConfigured() {
    former.setConfigured(false);
    reconcile();
    assertThat(database.row("select status, next_attempt_at > now() from gateway_transfer"))
        .isEqualTo("(PENDING,t)");

    former.setConfigured(true);
    reconcile();
    assertThat(wallet(APP, ann)).isEqualTo(TEN);
    assertThat(current.calls()).isEmpty();
  }
}
