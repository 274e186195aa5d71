package org.orderly.payment.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ledger.LedgerActions.fund;
import static org.orderly.ledger.LedgerActions.held;
import static org.orderly.ledger.LedgerActions.postings;
import static org.orderly.ledger.LedgerActions.wallet;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.ScriptedGateway;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Deposits and withdrawals, whatever the gateway answers. */
class WalletsDatabaseTest {

  private record Body(String amount) {}

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private TestDatabase database;
  private ScriptedGateway gateway;

  @BeforeEach
  void begin() {
    database = APP.database(PaymentDatabase.NAME);
    database.execute("delete from outbox");
    database.execute("delete from gateway_transfer");
    gateway = APP.bean(ScriptedGateway.class);
    gateway.reset();
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
  }

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private IdempotentResult<Transfer> deposit(String amount, String key) {
    IdempotencyKey request = IdempotencyKey.of(ann, "deposit", key, new Body(amount));
    return APP.bean(Wallets.class).deposit(ann, eur(amount), "tok_1", request);
  }

  private IdempotentResult<Transfer> withdraw(String amount, String key) {
    IdempotencyKey request = IdempotencyKey.of(ann, "withdraw", key, new Body(amount));
    return APP.bean(Wallets.class).withdraw(ann, eur(amount), request);
  }

  private List<String> transfers() {
    return database.rows(
        "select direction, status, amount from gateway_transfer where user_id = ? order by id",
        ann.value());
  }

  /** As the job does, once what is pending is due again. */
  private void reconcile() {
    database.execute(
        "update gateway_transfer set next_attempt_at = now() where next_attempt_at is not null");
    TransferReconciler reconciler = APP.bean(TransferReconciler.class);
    reconciler.claim().forEach(reconciler::settle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.01", "-1000000"})
  void moveOnlyPositiveAmounts(String amount) {
    assertThatThrownBy(() -> deposit(amount, "k")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> withdraw(amount, "k")).isInstanceOf(InvalidValue.class);
    assertThat(transfers()).isEmpty();
    assertThat(gateway.calls()).isEmpty();
  }

  @Test
  void creditsADeposit() {
    Transfer transfer = deposit("10.00", "k").value();

    assertThat(transfer.status()).isEqualTo("COMPLETED");
    assertThat(transfer.balance()).isEqualTo(eur("10.00"));
    assertThat(transfers()).containsExactly("(IN,COMPLETED,1000)");
    assertThat(postings(APP, transfer.id())).containsExactly("(DEPOSIT,GATEWAY,WALLET,1000)");
    assertThat(database.events()).containsExactly("WalletCredited");
  }

  @Test
  void booksTheFeeThatTheGatewayKeeps() {
    gateway.answer(new Authorization(Authorization.Result.CAPTURED, "a", null, null, eur("0.30")));
    Transfer transfer = deposit("10.00", "k").value();
    assertThat(postings(APP, transfer.id()))
        .containsExactly("(DEPOSIT,GATEWAY,WALLET,1000)", "(FEE,FEES,GATEWAY,30)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("10.00"));
  }

  @Test
  void depositsOnceForAKey() {
    Transfer first = deposit("10.00", "k").value();
    IdempotentResult<Transfer> second = deposit("10.00", "k");

    assertThat(second.replayed()).isTrue();
    assertThat(second.value().id()).isEqualTo(first.id());
    assertThatThrownBy(() -> deposit("11.00", "k")).isInstanceOf(IdempotencyKeyReused.class);
    assertThat(gateway.calls()).containsExactly("take 10.00 EUR");
    assertThat(wallet(APP, ann)).isEqualTo(eur("10.00"));
  }

  @Test
  void creditsNothingThatTheGatewayDeclines() {
    gateway.answer(
        new Authorization(Authorization.Result.DECLINED, null, null, "stolen-card", null));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> deposit("10.00", "k"))
          .isInstanceOfSatisfying(
              TransferRefused.class,
              refusal -> assertThat(refusal.details()).containsEntry("reason", "stolen-card"));
    }
    assertThat(gateway.calls()).hasSize(1);
    assertThat(transfers()).containsExactly("(IN,REFUSED,1000)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("0.00"));
    assertThat(database.events()).isEmpty();
  }

  @Test
  void findsOutLaterWhatBecameOfADepositWhoseAnswerWasLost() {
    gateway.setAway(true);
    Transfer pending = deposit("10.00", "k").value();
    assertThat(pending.status()).isEqualTo("PENDING");
    assertThat(wallet(APP, ann)).isEqualTo(eur("0.00"));

    gateway.setAway(false);
    gateway.answer(
        new AuthorizationStatus(
            AuthorizationStatus.State.CAPTURED,
            "a",
            eur("10.00"),
            eur("10.00"),
            null,
            null,
            null,
            null));
    reconcile();

    assertThat(transfers()).containsExactly("(IN,COMPLETED,1000)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("10.00"));
    reconcile();
    assertThat(wallet(APP, ann)).as("once").isEqualTo(eur("10.00"));
    assertThat(APP.bean(Wallets.class).transfer(ann, pending.id()).status()).isEqualTo("COMPLETED");
  }

  @Test
  void holdsMoneyUntilItIsPaidOut() {
    fund(APP, ann, eur("10.00"));
    gateway.answer(GatewayResult.pending("p"));
    Transfer pending = withdraw("4.00", "k").value();

    assertThat(pending.status()).isEqualTo("PENDING");
    assertThat(wallet(APP, ann)).isEqualTo(eur("6.00"));
    assertThat(held(APP, ann)).isEqualTo(eur("4.00"));
    assertThat(APP.bean(Wallets.class).held(ann)).containsExactly(eur("4.00"));

    reconcile();
    assertThat(transfers()).containsExactly("(OUT,COMPLETED,400)");
    assertThat(held(APP, ann)).isEqualTo(eur("0.00"));
    assertThat(postings(APP, pending.id()))
        .containsExactly("(WITHDRAWAL,WALLET,HELD,400)", "(PAYOUT,HELD,GATEWAY,400)");
    assertThat(database.events()).containsExactly("WalletDebited");
  }

  @Test
  void putsBackWhatTheGatewayWillNotPayOut() {
    fund(APP, ann, eur("10.00"));
    gateway.answer(GatewayResult.refused("no-account"));

    assertThatThrownBy(() -> withdraw("4.00", "k")).isInstanceOf(TransferRefused.class);

    assertThat(transfers()).containsExactly("(OUT,REFUSED,400)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("10.00"));
    assertThat(held(APP, ann)).isEqualTo(eur("0.00"));
  }

  @Test
  void asksForNothingThatTheWalletDoesNotHold() {
    fund(APP, ann, eur("3.99"));
    assertThatThrownBy(() -> withdraw("4.00", "k")).isInstanceOf(InsufficientFunds.class);
    assertThat(transfers()).isEmpty();
    assertThat(gateway.calls()).isEmpty();
  }

  @Test
  void paysABalanceOutOnceHoweverManyWithdraw() {
    fund(APP, ann, eur("10.00"));
    List<ConcurrentCalls.Outcome<IdempotentResult<Transfer>>> outcomes =
        ConcurrentCalls.run(6, i -> withdraw("4.00", "key-" + i));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(2);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof InsufficientFunds);
    assertThat(wallet(APP, ann)).isEqualTo(eur("2.00"));
    assertThat(gateway.calls()).containsExactly("pay out 4.00 EUR", "pay out 4.00 EUR");
  }

  @Test
  void claimsEachOpenTransferForOneWorker() {
    fund(APP, ann, eur("10.00"));
    for (int i = 0; i < 4; i++) {
      gateway.answer(GatewayResult.pending("p" + i));
      withdraw("1.00", "key-" + i);
    }
    database.execute("update gateway_transfer set next_attempt_at = now()");
    List<ConcurrentCalls.Outcome<List<TransferRequest>>> outcomes =
        ConcurrentCalls.run(4, i -> APP.bean(TransferReconciler.class).claim());

    assertThat(outcomes.stream().flatMap(outcome -> outcome.value().stream()))
        .extracting(TransferRequest::id)
        .hasSize(4)
        .doesNotHaveDuplicates();
    assertThat(APP.bean(TransferReconciler.class).claim()).as("leased").isEmpty();
  }

  @Test
  void showsATransferToItsOwnerAlone() {
    Transfer transfer = deposit("10.00", "k").value();
    assertThatThrownBy(() -> APP.bean(Wallets.class).transfer(UserId.newId(), transfer.id()))
        .isInstanceOf(TransferNotFound.class);
  }

  @Test
  void reversesADepositOnceAndTellsItsOwner() {
    Transfer transfer = deposit("10.00", "k").value();
    String row =
        database.row("select id from ledger_transaction where reference = ?", transfer.id());
    UUID entry = UUID.fromString(row.substring(1, row.length() - 1));
    LedgerCorrections corrections = APP.bean(LedgerCorrections.class);
    IdempotencyKey request = IdempotencyKey.of(ann, "reverse", "r", new Body(entry.toString()));
    assertThatThrownBy(() -> corrections.reverse(entry, " ", request))
        .isInstanceOf(InvalidValue.class);

    corrections.reverse(entry, "booked twice", request);

    assertThat(corrections.reverse(entry, "booked twice", request).replayed()).isTrue();
    assertThat(transfers()).containsExactly("(IN,REVERSED,1000)");
    assertThat(wallet(APP, ann)).isEqualTo(eur("0.00"));
    assertThat(database.events()).containsExactly("WalletCredited", "WalletDebited", "AuditNote");
  }
}
