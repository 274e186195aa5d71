package org.orderly.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.testing.Application;

class DomainDatabaseTest {

  @RegisterExtension
  static final Application APP = Application.on("ordering", "inventory", "payment");

  private static final String INSERT =
      "insert into inbox (subscription, event_id, received_at) values (?, ?, now())";
  private static final String NAMES = "select subscription from inbox order by subscription";
  private static final long LOCK = 4711;

  private DomainDatabase database;

  @BeforeEach
  void begin() {
    APP.database("ordering").execute("delete from inbox");
    database = new DomainDatabase("ordering", APP.dataSource("ordering"));
  }

  private int insert(String name) {
    return database.change(INSERT, name, UUID.randomUUID());
  }

  private List<String> names() {
    return database.list(row -> row.getString(1), NAMES);
  }

  private long committed() {
    return APP.database("ordering").count("inbox");
  }

  @Test
  void mapsRows() {
    insert("a");
    insert("b");
    assertThat(names()).containsExactly("a", "b");
    assertThat(database.first(row -> row.getString(1), NAMES)).contains("a");
    assertThat(database.first(row -> row.getString(1), NAMES + " offset 2")).isEmpty();
    long count = database.one(row -> row.getLong(1), "select count(*) from inbox");
    assertThat(count).isEqualTo(2);
    assertThat(database.exists("select 1 from inbox where subscription = ?", "b")).isTrue();
    assertThat(database.exists("select 1 from inbox where subscription = ?", "c")).isFalse();
    assertThat(database.change("delete from inbox")).isEqualTo(2);
  }

  @Test
  void saysWhenAQueryThatAlwaysHasARowHasNone() {
    assertThatThrownBy(() -> database.one(row -> row.getString(1), NAMES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(NAMES);
  }

  @Test
  void runsStatementsInTheCallersTransaction() {
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () -> {
                      insert("a");
                      assertThat(names()).containsExactly("a");
                      assertThat(committed()).isZero();
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(committed()).isZero();
  }

  @Test
  void translatesTheDatabasesRefusal() {
    assertThatThrownBy(() -> database.change("insert into inbox default values"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessage("the ordering database is not available")
        .hasCauseInstanceOf(SQLException.class);
  }

  @Test
  void returnsTheResultOfEachStatementOfABatch() {
    SqlBatch batch = new SqlBatch();
    batch.change(INSERT, "a", UUID.randomUUID()).lock(NAMES + " for update");
    BatchResult<Integer> inserted = batch.changedRows(INSERT, "b", UUID.randomUUID());
    BatchResult<List<String>> found = batch.list(row -> row.getString(1), NAMES);
    BatchResult<Optional<String>> none =
        batch.first(row -> row.getString(1), NAMES + " offset ?", 2);
    BatchResult<Boolean> exists = batch.exists(NAMES);
    BatchResult<Integer> deleted =
        batch.changedRows(
            "delete from inbox where subscription = any (?)",
            SqlBatch.column("text", List.of("a", "c")));
    assertThatThrownBy(found::get).hasMessage("the batch has not run");

    database.run(batch);

    assertThat(inserted.get()).isEqualTo(1);
    assertThat(found.get()).containsExactly("a", "b");
    assertThat(none.get()).isEmpty();
    assertThat(exists.get()).isTrue();
    assertThat(deleted.get()).isEqualTo(1);
  }

  @Test
  void runsABatchAsOneTransaction() {
    UUID twice = UUID.randomUUID();
    SqlBatch refused =
        new SqlBatch()
            .change(INSERT, "a", twice)
            .change(INSERT, "b", twice)
            .change(INSERT, "a", twice);
    assertThatThrownBy(() -> database.atomically(refused)).isInstanceOf(DatabaseUnavailable.class);
    assertThat(committed()).isZero();

    database.atomically(new SqlBatch().change(INSERT, "a", twice).change(INSERT, "b", twice));
    assertThat(committed()).isEqualTo(2);
  }

  @Test
  void failsUnlessExactlyOneRowChanges() {
    insert("a");
    String rename = "update inbox set subscription = 'z' where subscription = ?";
    database.run(new SqlBatch().changeOne(IllegalStateException::new, rename, "a"));
    SqlBatch none = new SqlBatch().changeOne(() -> new IllegalStateException("gone"), rename, "a");
    assertThatThrownBy(() -> APP.inTransaction(() -> database.run(none))).hasMessage("gone");
    assertThat(names()).containsExactly("z");
  }

  @Test
  void runsWorkAsATransactionOfItsOwn() {
    assertThatThrownBy(
            () ->
                database.atomically(
                    connection -> {
                      new SqlBatch().change(INSERT, "a", UUID.randomUUID()).run(connection);
                      throw new IllegalStateException("rolled back");
                    }))
        .hasMessage("rolled back");
    assertThat(committed()).isZero();

    String done =
        database.atomically(
            connection -> {
              new SqlBatch().change(INSERT, "a", UUID.randomUUID()).run(connection);
              assertThat(committed()).isZero();
              return "done";
            });
    assertThat(done).isEqualTo("done");
    assertThat(committed()).isEqualTo(1);
  }

  @Test
  void leavesWorkToTheInstanceThatHoldsTheLock() throws SQLException {
    try (Connection other = APP.database("ordering").connect();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("select pg_advisory_xact_lock(" + LOCK + ")");
      assertThat(database.exclusively(LOCK, connection -> 1)).isEmpty();
      other.rollback();
      other.setAutoCommit(true);
    }
    assertThat(database.exclusively(LOCK, connection -> 1)).contains(1);
  }

  /** Without the database that decides, a transaction over two others cannot commit. */
  @Test
  void takesPartInTheCallersTransaction() {
    DomainDatabase inventory = new DomainDatabase("inventory", APP.dataSource("inventory"));
    DomainDatabase payment = new DomainDatabase("payment", APP.dataSource("payment"));
    Runnable undecided =
        () -> {
          inventory.enlist();
          payment.enlist();
        };
    assertThatThrownBy(() -> APP.inTransaction(undecided))
        .hasCauseInstanceOf(RollbackException.class);
    APP.inTransaction(
        () -> {
          database.enlist();
          undecided.run();
        });
  }
}
