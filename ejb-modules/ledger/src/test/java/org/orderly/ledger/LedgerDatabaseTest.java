package org.orderly.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderly.ledger.LedgerActions.fund;
import static org.orderly.ledger.LedgerActions.post;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.statement.AlreadyReversed;
import org.orderly.ledger.statement.LedgerEntry;
import org.orderly.ledger.statement.LedgerQueries;
import org.orderly.ledger.statement.NotReversible;
import org.orderly.ledger.statement.Reversals;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.StatementFailed;
import org.orderly.testing.TestDatabase;

class LedgerDatabaseTest {

  private static final AccountRef SALES = AccountRef.ofShop(AccountKind.SALES);
  private static final AccountRef GATEWAY = AccountRef.ofShop(AccountKind.GATEWAY);

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private final AccountRef wallet = AccountRef.walletOf(ann);
  private final UUID order = UUID.randomUUID();

  private static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  private static TestDatabase database() {
    return APP.database(PaymentDatabase.NAME);
  }

  private Posting charge(String amount) {
    return Posting.of(TransactionKind.CHARGE, order, wallet, SALES, eur(amount));
  }

  @AfterEach
  void allIntegrityChecksPass() {
    assertThat(LedgerActions.findings(APP)).isEmpty();
    assertThat(APP.bean(LedgerQueries.class).trialBalance().balanced()).isTrue();
  }

  @Test
  void movesMoneyFromOneAccountToAnother() {
    fund(APP, ann, eur("10.00"));
    post(APP, charge("4.00").because("tea"));

    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("6.00"));
    assertThat(LedgerActions.postings(APP, order)).containsExactly("(CHARGE,WALLET,SALES,400)");
    assertThat(
            database()
                .row("select actor, reason from ledger_transaction where reference = ?", order))
        .isEqualTo("(system,tea)");
  }

  @Test
  void opensOneAccountHoweverManyPayAtOnce() {
    Money amount = Money.of("1", "JPY");
    ConcurrentCalls.run(
            8,
            i -> {
              fund(APP, UserId.newId(), amount);
              return i;
            })
        .forEach(outcome -> assertThat(outcome.succeeded()).isTrue());

    assertThat(database().count("account where currency = 'JPY' and owner is null")).isEqualTo(1);
    assertThat(database().count("account where currency = 'JPY' and kind = 'WALLET'")).isEqualTo(8);
  }

  @Test
  void takesNothingFromAWalletThatHoldsLess() {
    fund(APP, ann, eur("10.00"));

    assertThatThrownBy(() -> post(APP, charge("10.01")))
        .isInstanceOfSatisfying(
            InsufficientFunds.class,
            refusal -> assertThat(refusal.code()).isEqualTo("insufficient-funds"));
    assertThatThrownBy(
            () ->
                post(
                    APP,
                    Posting.of(
                        TransactionKind.CHARGE, order, wallet, SALES, Money.of("1.00", "USD"))))
        .isInstanceOf(InsufficientFunds.class);

    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("10.00"));
    assertThat(LedgerActions.postings(APP, order)).isEmpty();
  }

  @Test
  void postsAllOrNothing() {
    fund(APP, ann, eur("10.00"));
    Posting first = charge("6.00");
    Posting second =
        Posting.of(TransactionKind.HOLD, order, wallet, AccountRef.heldOf(ann), eur("6.00"));

    assertThatThrownBy(() -> post(APP, first, second)).isInstanceOf(InsufficientFunds.class);

    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("10.00"));
    assertThat(LedgerActions.postings(APP, order)).isEmpty();
  }

  @Test
  void postsAKindOncePerReferenceAndPayment() {
    fund(APP, ann, eur("10.00"));
    UUID payment = UUID.randomUUID();
    post(APP, charge("1.00"));
    post(APP, charge("1.00").forPayment(payment));

    assertThatThrownBy(() -> post(APP, charge("1.00"))).isInstanceOf(DatabaseUnavailable.class);
    assertThatThrownBy(() -> post(APP, charge("1.00").forPayment(payment)))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("8.00"));
  }

  @Test
  void spendsABalanceOnceHoweverManyTry() {
    fund(APP, ann, eur("10.00"));
    List<ConcurrentCalls.Outcome<Integer>> outcomes =
        ConcurrentCalls.run(
            8,
            i -> {
              post(
                  APP,
                  Posting.of(
                      TransactionKind.CHARGE, UUID.randomUUID(), wallet, SALES, eur("3.00")));
              return i;
            });

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(3);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof InsufficientFunds);
    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("1.00"));
  }

  @Test
  void doesNotDeadlockWhenMoneyGoesBothWays() {
    fund(APP, ann, eur("10.00"));
    AccountRef held = AccountRef.heldOf(ann);
    post(APP, Posting.of(TransactionKind.HOLD, order, wallet, held, eur("5.00")));
    List<ConcurrentCalls.Outcome<Integer>> outcomes =
        ConcurrentCalls.run(
            8,
            i -> {
              for (int round = 0; round < 5; round++) {
                post(
                    APP,
                    i % 2 == 0
                        ? Posting.of(
                            TransactionKind.HOLD, UUID.randomUUID(), wallet, held, eur("0.10"))
                        : Posting.of(
                            TransactionKind.RELEASE, UUID.randomUUID(), held, wallet, eur("0.10")));
              }
              return i;
            });

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("5.00"));
    assertThat(LedgerActions.held(APP, ann)).isEqualTo(eur("5.00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount = amount + 1",
        "delete from posting",
        "truncate posting",
        "update ledger_transaction set kind = 'FEE'",
        "delete from ledger_transaction",
        "truncate ledger_transaction cascade"
      })
  void databaseNeverChangesWhatWasPosted(String change) {
    fund(APP, ann, eur("10.00"));
    assertThatThrownBy(() -> database().execute(change)).hasMessageContaining("never changed");
  }

  @Test
  void databaseRefusesAnOverdrawnWallet() {
    fund(APP, ann, eur("10.00"));
    assertThatThrownBy(
            () ->
                database().execute("update account set balance = -1 where owner = ?", ann.value()))
        .isInstanceOfSatisfying(
            StatementFailed.class,
            refusal -> assertThat(refusal).hasMessageContaining("wallet_is_never_overdrawn"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source, destination, 0, currency",
        "source, destination, -5, currency",
        "source, source, 5, currency",
        "source, destination, 5, 'USD'",
        "gen_random_uuid(), destination, 5, currency"
      })
  void databaseRefusesPostingsThatAreNone(String values) {
    fund(APP, ann, eur("10.00"));
    String insert =
        "insert into posting (transaction_id, source, destination, amount, currency)"
            + " select transaction_id, %s from posting limit 1";
    assertThatThrownBy(() -> database().execute(insert.formatted(values)))
        .isInstanceOf(StatementFailed.class);
  }

  @Test
  void findsABalanceThatThePostingsDoNotExplain() {
    fund(APP, ann, eur("10.00"));
    database().execute("update account set balance = 1001 where owner = ?", ann.value());
    assertThat(LedgerActions.findings(APP)).hasSize(1);
    database().execute("update account set balance = 1000 where owner = ?", ann.value());
  }

  @Test
  void reversesADepositOnce() {
    UUID transfer = UUID.randomUUID();
    post(APP, Posting.of(TransactionKind.DEPOSIT, transfer, GATEWAY, wallet, eur("10.00")));
    LedgerEntry deposit = entry(transfer);

    List<ConcurrentCalls.Outcome<LedgerEntry>> outcomes =
        ConcurrentCalls.run(4, i -> reverse(deposit));

    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof AlreadyReversed);
    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("0.00"));
    assertThat(LedgerActions.postings(APP, deposit.id()))
        .containsExactly("(REVERSAL,WALLET,GATEWAY,1000)");
  }

  @Test
  void reversesNeitherPaymentsNorMoneyThatWasSpent() {
    UUID transfer = UUID.randomUUID();
    post(APP, Posting.of(TransactionKind.DEPOSIT, transfer, GATEWAY, wallet, eur("10.00")));
    post(APP, charge("4.00"));

    assertThatThrownBy(() -> reverse(entry(order))).isInstanceOf(NotReversible.class);
    assertThatThrownBy(() -> reverse(entry(transfer))).isInstanceOf(InsufficientFunds.class);
    assertThat(LedgerActions.wallet(APP, ann)).isEqualTo(eur("6.00"));
  }

  private static LedgerEntry reverse(LedgerEntry entry) {
    return APP.inTransaction(() -> APP.bean(Reversals.class).reverse(entry, "booked twice"));
  }

  private static LedgerEntry entry(UUID reference) {
    String id = database().row("select id from ledger_transaction where reference = ?", reference);
    return APP.bean(LedgerQueries.class)
        .transaction(UUID.fromString(id.substring(1, id.length() - 1)));
  }
}
