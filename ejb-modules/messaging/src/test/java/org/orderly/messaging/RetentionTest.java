package org.orderly.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static EmbeddedPostgres server;
  private static DataSource database;
  private final Retention retention =
      new Retention(
          "ordering",
          database,
          Retention.Expired.idempotencyKeys(),
          Retention.Expired.inboxEntries());

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.start();
    database = server.getPostgresDatabase();
    execute("create table idempotency_key (key int, answered_at timestamptz)");
    execute("create table inbox (event_id int, received_at timestamptz)");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate idempotency_key, inbox");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void keys(int number, String age) throws SQLException {
    execute(
        "insert into idempotency_key select i, now() - interval '"
            + age
            + "' from generate_series(1, "
            + number
            + ") i");
  }

  private static long left(String table) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void keepsWhatStillCounts() throws SQLException {
    keys(3, "23 hours 59 minutes");
    keys(2, "24 hours 1 minute");
    execute("insert into inbox values (1, now() - interval '29 days')");
    execute("insert into inbox values (2, now() - interval '31 days')");
    assertThat(retention.clean(10)).isEqualTo(3);
    assertThat(left("idempotency_key")).isEqualTo(3);
    assertThat(left("inbox")).isEqualTo(1);
  }

  @Test
  void deletesInBatchesAndNoMoreThanAllowed() throws SQLException {
    keys(2 * Retention.BATCH + 1, "2 days");
    assertThat(retention.clean(2)).isEqualTo(2 * Retention.BATCH);
    assertThat(retention.clean(2)).isEqualTo(1);
    assertThat(retention.clean(2)).isZero();
  }

  @Test
  void leavesTheWorkToWhoeverIsAtIt() throws SQLException {
    keys(1, "2 days");
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("select pg_advisory_xact_lock(7305821)");
      assertThat(retention.clean(1)).isZero();
      other.commit();
    }
    assertThat(retention.clean(1)).isEqualTo(1);
  }

  @Test
  void cleansOnceWhenManyTryAtTheSameTime() throws SQLException {
    keys(Retention.BATCH / 2, "2 days");
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(this::clean, Thread::startVirtualThread);
    int gone = clean() + other.join() + clean();
    assertThat(gone).isEqualTo(Retention.BATCH / 2);
    assertThat(left("idempotency_key")).isZero();
  }

  private int clean() {
    try {
      return retention.clean(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
