package org.orderly.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.chain.ChainReport;
import org.orderly.testing.DomainDatabases;

/** The log in a real database, where the database chains what Java verifies. */
class AuditVerificationDatabaseTest {

  private static final long FOR_EVER = Long.MAX_VALUE;

  @RegisterExtension static final DomainDatabases DATABASES = DomainDatabases.of("identity");

  private AuditDatabase database;

  @BeforeEach
  void writeFiveEntries() throws Exception {
    database = new AuditDatabase(DATABASES.get("identity"));
    database.empty();
    database.note("user.named", "Zoë — 7:x", Map.of("name", "Zoe"), Map.of("name", "Zoë \u0000"));
    database.note("user.logged-in", "b", null, null);
    database.note("", "", "", "");
    database.note("stock.adjusted", "-", null, 12);
    database.note("user.erased", "\ud83d\ude00 \ud83d", "x".repeat(20_000), null);
  }

  @Test
  void findsNothingWrongWithWhatWasWritten() throws SQLException {
    ChainReport verdict = verify(ChainLink.BEGINNING);
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.complete()).isTrue();
    assertThat(verdict.entries()).isEqualTo(5);
    assertThat(verdict.firstBroken()).isNull();
    assertThat(verdict.last().seq()).isEqualTo(5);
  }

  /** Fixed values and the hash they had in the first version: what is stored must stay valid. */
  @Test
  void verifiesWhatAnEarlierVersionWrote() throws SQLException {
    database.empty();
    database.execute(
        "insert into audit_entry (at, actor, action, subject, before, after, address, request_id)"
            + " values ('2026-11-30T12:00:00.123456Z', 'system', 'user.named', 'Zoë — 7:x',"
            + " '{\"name\":\"Zoe\"}', '{\"name\":\"Zoë\"}', '192.0.2.1', 'r-1'),"
            + " ('2026-11-30T12:00:01Z', 'anonymous', 'stock.adjusted', '-', null, '12', '', '')");
    ChainReport result = verify(ChainLink.BEGINNING);
    assertThat(result.ok()).isTrue();
    assertThat(result.last())
        .isEqualTo(
            ChainLink.parse("2:550975bdce1ff70a0da44477ff34923192a0926d103fd243c0faf0204a2bbcd1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + interval '1 microsecond'",
        "actor = 'somebody'",
        "action = 'user.logged-on'",
        "subject = 'c'",
        "before = ''",
        "after = 'null'",
        "address = '10.0.0.1'",
        "request_id = 'r'",
        "hash = sha256('')"
      })
  void namesAnEntryThatWasChangedInAnyField(String change) throws SQLException {
    database.tamper("update audit_entry set " + change + " where seq = 2");
    assertBrokenAt(2);
  }

  @ParameterizedTest
  @CsvSource({
    "delete from audit_entry where seq = 1, 1",
    "delete from audit_entry where seq = 3, 3",
    "delete from audit_entry where seq > 3, 4",
    "delete from audit_entry, 1",
    "update audit_head set seq = 3, 4",
    "update audit_head set hash = sha256(''), 5",
    "delete from audit_head, 1"
  })
  void namesTheFirstEntryThatIsMissing(String change, long broken) throws SQLException {
    database.tamper(change);
    assertBrokenAt(broken);
  }

  @Test
  void findsATailCutOffTogetherWithTheHeadByAnAnchorKeptElsewhere() throws SQLException {
    ChainLink anchor = verify(ChainLink.BEGINNING).last();
    database.tamper(
        "delete from audit_entry where seq > 3; update audit_head set seq = 3, hash ="
            + " (select hash from audit_entry where seq = 3)");
    assertThat(verify(ChainLink.BEGINNING).ok()).isTrue();
    assertThat(verify(anchor).ok()).isFalse();
    assertThat(verify(anchor).firstBroken()).isEqualTo(5);
  }

  @Test
  void goesOnFromAnAnchor() throws SQLException {
    ChainLink anchor = verify(ChainLink.BEGINNING).last();
    database.note("user.logged-in", "b", null, null);
    ChainReport verdict = verify(anchor);
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.entries()).isEqualTo(1);
    assertThat(verdict.last().seq()).isEqualTo(6);
  }

  @Test
  void saysHowFarItCameWhenTimeIsOver() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      ChainReport verdict =
          AuditVerification.CHAIN.verify(connection, ChainLink.BEGINNING, System.nanoTime() - 1);
      assertThat(verdict.complete()).isFalse();
      assertThat(verdict.entries()).isZero();
      assertThat(verdict.last()).isEqualTo(ChainLink.BEGINNING);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'x'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_head set seq = 3",
        "delete from audit_head",
        "truncate audit_head",
        "insert into audit_head (only_row, seq, hash) values (true, 9, '')"
      })
  void refusesEveryChange(String change) throws SQLException {
    assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("never changed");
    assertThat(verify(ChainLink.BEGINNING).ok()).isTrue();
  }

  @Test
  void staysWithoutGapsHoweverManyWriteAtOnce() throws SQLException {
    CompletableFuture.allOf(
            IntStream.range(0, 8)
                .mapToObj(
                    writer ->
                        CompletableFuture.runAsync(() -> write(100), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new))
        .join();
    ChainReport verdict = verify(ChainLink.BEGINNING);
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.entries()).isEqualTo(805);
  }

  private void write(int times) {
    try {
      for (int i = 0; i < times; i++) {
        database.note("user.logged-in", "b", null, i);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void assertBrokenAt(long seq) throws SQLException {
    ChainReport verdict = verify(ChainLink.BEGINNING);
    assertThat(verdict.ok()).isFalse();
    assertThat(verdict.firstBroken()).isEqualTo(seq);
  }

  private ChainReport verify(ChainLink anchor) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return AuditVerification.CHAIN.verify(connection, anchor, FOR_EVER);
    }
  }
}
