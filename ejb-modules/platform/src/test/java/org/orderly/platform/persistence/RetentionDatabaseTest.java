package org.orderly.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.testing.DomainDatabases;
import org.orderly.testing.TestDatabase;

class RetentionDatabaseTest {

  @RegisterExtension static final DomainDatabases DATABASES = DomainDatabases.of("ordering");

  private TestDatabase database;
  private Retention retention;

  @BeforeEach
  void begin() {
    database = DATABASES.get("ordering");
    database.execute("truncate idempotency_key, inbox");
    retention =
        new Retention(
            new DomainDatabase("ordering", database.dataSource()),
            Retention.Expired.idempotencyKeys(),
            Retention.Expired.inboxEntries());
  }

  private void keys(int number, String age) {
    database.execute(
        """
        insert into idempotency_key (caller, operation, key, fingerprint, answer, answered_at)
        select gen_random_uuid(), 'place-order', 'key-' || i, 'print', '{}', now() - ?::interval
        from generate_series(1, ?) i""",
        age,
        number);
  }

  private void received(String age) {
    database.execute(
        "insert into inbox (subscription, event_id, received_at)"
            + " values ('sales', gen_random_uuid(), now() - ?::interval)",
        age);
  }

  @Test
  void keepsWhatStillCounts() {
    keys(3, "23 hours 59 minutes");
    keys(2, "24 hours 1 minute");
    received("29 days");
    received("31 days");
    assertThat(retention.clean(10)).isEqualTo(3);
    assertThat(database.count("idempotency_key")).isEqualTo(3);
    assertThat(database.count("inbox")).isEqualTo(1);
  }

  @Test
  void deletesInBatchesAndNoMoreThanAllowed() {
    keys(2 * Retention.BATCH + 1, "2 days");
    assertThat(retention.clean(2)).isEqualTo(2 * Retention.BATCH);
    assertThat(retention.clean(2)).isEqualTo(1);
    assertThat(retention.clean(2)).isZero();
  }

  @Test
  void leavesTheWorkToWhoeverIsAtIt() throws SQLException {
    keys(1, "2 days");
    try (Connection other = database.connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("select pg_advisory_xact_lock(7305821)");
      assertThat(retention.clean(1)).isZero();
      other.commit();
    }
    assertThat(retention.clean(1)).isEqualTo(1);
  }

  @Test
  void cleansOnceWhenManyTryAtTheSameTime() {
    keys(Retention.BATCH / 2, "2 days");
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(this::clean, Thread::startVirtualThread);
    int gone = clean() + other.join() + clean();
    assertThat(gone).isEqualTo(Retention.BATCH / 2);
    assertThat(database.count("idempotency_key")).isZero();
  }

  private int clean() {
    return retention.clean(1);
  }
}
