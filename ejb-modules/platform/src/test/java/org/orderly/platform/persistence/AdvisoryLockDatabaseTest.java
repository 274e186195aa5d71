package org.orderly.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.testing.DomainDatabases;
import org.orderly.testing.TestDatabase;

class AdvisoryLockDatabaseTest {

  private static final long LOCK = 42;

  @RegisterExtension static final DomainDatabases DATABASES = DomainDatabases.of("inventory");

  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = DATABASES.get("inventory");
    database.execute("delete from stock_item");
  }

  private Optional<String> run(AdvisoryLock.Work<String, RuntimeException> work)
      throws SQLException {
    return AdvisoryLock.run(database.dataSource(), LOCK, work);
  }

  private static void insert(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into stock_item (product_id, scale, on_hand) values (gen_random_uuid(), 0, 1)");
    }
  }

  @Test
  void commitsTheWorkAndFreesTheLock() throws SQLException {
    assertThat(
            run(
                connection -> {
                  insert(connection);
                  return "done";
                }))
        .contains("done");
    assertThat(database.count("stock_item")).isEqualTo(1);
    assertThat(run(connection -> "again")).contains("again");
  }

  @Test
  void leavesTheWorkToTheOneThatHasTheLock() throws SQLException {
    assertThat(
            run(
                holder -> {
                  assertThat(run(other -> "second")).isEmpty();
                  return "first";
                }))
        .contains("first");
  }

  @Test
  void hasOneLockForEachNumber() throws SQLException {
    assertThat(
            run(
                holder ->
                    AdvisoryLock.<String, RuntimeException>run(
                            database.dataSource(), LOCK + 1, other -> "beside")
                        .orElseThrow()))
        .contains("beside");
  }

  @Test
  void rollsBackWorkThatFailsAndFreesTheLock() throws SQLException {
    assertThatThrownBy(
            () ->
                run(
                    connection -> {
                      insert(connection);
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(database.count("stock_item")).isZero();
    assertThat(run(connection -> "next")).contains("next");
  }

  @Test
  void givesTheConnectionBackAsItWas() throws SQLException {
    run(connection -> "done");
    try (Connection connection = database.connect()) {
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }
}
