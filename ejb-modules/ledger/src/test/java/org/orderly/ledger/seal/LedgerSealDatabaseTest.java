package org.orderly.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.LedgerActions;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.chain.ChainLink;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** The chain over the ledger, and the ways to forge what it covers. */
class LedgerSealDatabaseTest {

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  private final UserId ann = UserId.newId();
  private TestDatabase database;

  @BeforeEach
  void depositFourTimes() throws SQLException {
    database = APP.database(PaymentDatabase.NAME);
    database.tamper(
        "truncate posting, ledger_seal, ledger_unsealed, ledger_transaction, account cascade;"
            + " delete from ledger_head;"
            + " insert into ledger_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))");
    for (int i = 1; i <= 4; i++) {
      LedgerActions.fund(APP, ann, Money.of("1.00", "EUR"));
    }
    assertThat(seal()).isEqualTo(4);
  }

  private static int seal() throws SQLException {
    return APP.bean(LedgerSealer.class).sealBatch();
  }

  private static LedgerVerificationResult verify() {
    return APP.bean(LedgerVerification.class).verify();
  }

  private static String transaction(int seq) {
    return "(select transaction_id from ledger_seal where seq = " + seq + ")";
  }

  @Test
  void sealsEachTransactionOnce() throws SQLException {
    assertThat(seal()).isZero();
    assertThat(verify().ok()).isTrue();
    assertThat(verify().entries()).isEqualTo(4);
    assertThat(verify().unsealed()).isZero();
  }

  /** Fixed rows and the hash they had in the first version: what is sealed must stay valid. */
  @Test
  void verifiesWhatAnEarlierVersionSealed() throws SQLException {
    database.tamper(
        """
        truncate posting, ledger_seal, ledger_unsealed, ledger_transaction, account cascade;
        update ledger_head set seq = 0, hash = decode(repeat('00', 32), 'hex');
        insert into account (id, kind, owner, currency, balance) values
          ('00000000-0000-7000-8000-000000000001', 'GATEWAY', null, 'EUR', null),
          ('00000000-0000-7000-8000-000000000002', 'WALLET',
           '00000000-0000-7000-8000-000000000003', 'EUR', 1250);
        insert into ledger_transaction (id, kind, reference, actor, reason, occurred_at) values
          ('00000000-0000-7000-8000-000000000010', 'DEPOSIT',
           '00000000-0000-7000-8000-000000000011', null, null, '2026-11-30T12:00:00.123456Z'),
          ('00000000-0000-7000-8000-000000000020', 'WITHDRAWAL',
           '00000000-0000-7000-8000-000000000021', 'Zoë', 'at 7:x — asked',
           '2026-11-30T12:00:01Z');
        insert into posting (id, transaction_id, source, destination, amount, currency)
        overriding system value values
          (7, '00000000-0000-7000-8000-000000000010',
           '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002',
           1300, 'EUR'),
          (8, '00000000-0000-7000-8000-000000000020',
           '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',
           20, 'EUR'),
          (9, '00000000-0000-7000-8000-000000000020',
           '00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',
           30, 'EUR');
        insert into ledger_unsealed select id from ledger_transaction""");
    assertThat(seal()).isEqualTo(2);
    LedgerVerificationResult result = verify();
    assertThat(result.ok()).isTrue();
    assertThat(result.last())
        .isEqualTo(
            ChainLink.parse("2:be152ffc6a2763ffa2263cfea1e3d34061450c0fa754f3bcfd588bfb013042a3"));
  }

  @Test
  void tellsWhatStillWaitsForItsSeal() throws SQLException {
    LedgerActions.fund(APP, ann, Money.of("1.00", "EUR"));
    assertThat(verify().ok()).isTrue();
    assertThat(verify().unsealed()).isEqualTo(1);
    seal();
    assertThat(verify().entries()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update posting set amount = 200 where transaction_id = ",
        "delete from posting where transaction_id = ",
        "update ledger_transaction set reason = 'x' where id = ",
        "update ledger_transaction set actor = 'somebody' where id = ",
        "update ledger_transaction set occurred_at = occurred_at + interval '1 microsecond' where id = ",
        "update ledger_transaction set reference = gen_random_uuid() where id = ",
        "delete from ledger_transaction where id = ",
        "delete from ledger_seal where transaction_id = "
      })
  void namesTheTransactionThatWasForged(String change) {
    database.tamper(change + transaction(2));
    LedgerVerificationResult result = verify();
    assertThat(result.ok()).isFalse();
    assertThat(result.firstBroken()).isEqualTo(2);
  }

  @Test
  void noticesThatAWalletChangedItsOwner() {
    database.tamper("update account set owner = gen_random_uuid() where kind = 'WALLET'");
    assertThat(verify().firstBroken()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "delete from ledger_seal where seq > 2, 3",
    "update ledger_head set hash = sha256(''), 4",
    "delete from ledger_head, 1"
  })
  void noticesAChainThatWasCutOff(String change, long broken) {
    database.tamper(change);
    assertThat(verify().ok()).isFalse();
    assertThat(verify().firstBroken()).isEqualTo(broken);
  }

  /** The numbers in between are missing, and not walked one by one. */
  @Test
  void noticesASealThatWasSlippedInFarAway() {
    database.tamper(
        "insert into ledger_seal (seq, transaction_id, previous, hash)"
            + " values (1000000000000, gen_random_uuid(), sha256('a'), sha256('b'))");
    LedgerVerificationResult result = verify();
    assertThat(result.ok()).isFalse();
    assertThat(result.firstBroken()).isEqualTo(5);
    assertThat(result.entries()).isEqualTo(4);
  }

  @Test
  void findsATransactionThatTheShopDidNotWrite() {
    database.tamper(
        "insert into ledger_transaction (id, kind, reference, occurred_at)"
            + " values ('00000000-0000-0000-0000-000000000007', 'DEPOSIT', gen_random_uuid(), now())");
    LedgerVerificationResult result = verify();
    assertThat(result.ok()).isFalse();
    assertThat(result.strays()).isEqualTo(1);
    assertThat(result.firstStray()).isEqualTo("00000000-0000-0000-0000-000000000007");
  }

  @Test
  void findsAChainMadeAnewByAnAnchorKeptElsewhere() throws SQLException {
    ChainLink anchor = verify().last();
    database.tamper(
        "update posting set amount = 200 where transaction_id = "
            + transaction(2)
            + "; insert into ledger_unsealed select transaction_id from ledger_seal;"
            + " truncate ledger_seal;"
            + " update ledger_head set seq = 0, hash = decode(repeat('00', 32), 'hex')");
    seal();
    assertThat(verify().ok()).isTrue();
    assertThat(APP.bean(LedgerVerification.class).verify(anchor).ok()).isFalse();
  }

  @Test
  void makesOneChainHoweverManySeal() {
    for (int i = 0; i < 20; i++) {
      LedgerActions.fund(APP, ann, Money.of("1.00", "EUR"));
    }
    List<ConcurrentCalls.Outcome<Integer>> outcomes =
        ConcurrentCalls.run(
            4,
            i -> {
              try {
                return seal();
              } catch (SQLException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(outcomes.stream().mapToInt(ConcurrentCalls.Outcome::value).sum()).isEqualTo(20);
    assertThat(verify().ok()).isTrue();
    assertThat(verify().entries()).isEqualTo(24);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger_seal set hash = sha256('')",
        "delete from ledger_seal",
        "truncate ledger_seal",
        "delete from ledger_head",
        "truncate ledger_head"
      })
  void databaseRefusesToChangeTheChain(String change) {
    assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("never changed");
  }
}
