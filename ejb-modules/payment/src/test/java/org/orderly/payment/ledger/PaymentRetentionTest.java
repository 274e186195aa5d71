package org.orderly.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderly.liquibase.Migrations;

/** What the cleaning takes of the payments' work, and what it leaves, in a real database. */
class PaymentRetentionTest {

  private static final String USER = "postgres";
  private static final String LONG_AGO = "31 days";
  private static final String LATELY = "29 days";

  private static EmbeddedPostgres server;
  private static PaymentDatabase database;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
    Migrations.migrate(
        Map.of("payment", new Migrations.Target(server.getJdbcUrl(USER, USER), USER, "")));
    DataSource rows = server.getPostgresDatabase();
    database =
        new PaymentDatabase() {
          @Override
          public DataSource dataSource() {
            return rows;
          }
        };
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    for (String table : List.of("card_intent", "payment_task", "refund", "payment")) {
      execute("delete from " + table);
    }
  }

  @Test
  void takesIntentsThatHaveEnded() throws SQLException {
    List<UUID> stay = new ArrayList<>();
    for (String state : List.of("DECLINED", "PLACED", "RELEASED")) {
      intent(state, LONG_AGO);
      stay.add(intent(state, LATELY));
    }
    UUID paid = payment("CAPTURED");
    intent(paid, "PLACED", LONG_AGO);
    clean();
    assertThat(ids("card_intent")).containsExactlyInAnyOrderElementsOf(stay);
    assertThat(ids("payment")).containsExactly(paid);
  }

  @Test
  void leavesIntentsThatAreStillToBeSettledHoweverOldTheyAre() throws SQLException {
    List<UUID> stay = new ArrayList<>();
    for (String state : List.of("ASKED", "HELD", "STEP", "RELEASING")) {
      stay.add(intent(state, LONG_AGO));
    }
    for (String status : List.of("PENDING", "AUTHORIZED", "DISPUTED")) {
      stay.add(intent(payment(status), "PLACED", LONG_AGO));
    }
    clean();
    assertThat(ids("card_intent")).containsExactlyInAnyOrderElementsOf(stay);
  }

  @Test
  void takesTasksThatHaveEnded() throws SQLException {
    UUID paid = payment("PARTIALLY_REFUNDED");
    refund(paid, "COMPLETED");
    task(paid, "DONE", LONG_AGO);
    task(paid, "DROPPED", LONG_AGO);
    UUID late = task(paid, "DONE", LATELY);
    UUID open = task(paid, "OPEN", LONG_AGO);
    clean();
    assertThat(ids("payment_task")).containsExactlyInAnyOrder(late, open);
    assertThat(ids("refund")).hasSize(1);
  }

  @Test
  void leavesTasksOfPaymentsThatAreNotSettled() throws SQLException {
    List<UUID> stay = new ArrayList<>();
    for (String status : List.of("PENDING", "AUTHORIZED", "DISPUTED")) {
      stay.add(task(payment(status), "DONE", LONG_AGO));
    }
    UUID refunding = payment("CAPTURED");
    refund(refunding, "PENDING");
    stay.add(task(refunding, "DONE", LONG_AGO));
    clean();
    assertThat(ids("payment_task")).containsExactlyInAnyOrderElementsOf(stay);
  }

  private static void clean() throws SQLException {
    database.retention().clean(10);
  }

  private static UUID intent(String state, String age) throws SQLException {
    return intent(UUID.randomUUID(), state, age);
  }

  private static UUID intent(UUID id, String state, String age) throws SQLException {
    execute(
        """
        insert into card_intent (id, request_id, order_id, user_id, currency, amount, token_hash,
            gateway, state, due_at)
        values (?, ?, ?, ?, 'EUR', 100, 'hash', 'sandbox', ?, now() - ?::interval)""",
        id,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        state,
        age);
    return id;
  }

  private static UUID payment(String status) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        """
        insert into payment (id, order_id, user_id, method, status, currency, amount, authorized,
            captured, created_at)
        values (?, ?, ?, 'CARD', ?, 'EUR', 100, 100, 100, now())""",
        id,
        UUID.randomUUID(),
        UUID.randomUUID(),
        status);
    return id;
  }

  private static UUID task(UUID payment, String state, String age) throws SQLException {
    UUID id = UUID.randomUUID();
    execute(
        """
        insert into payment_task (id, payment_id, kind, state, due_at)
        values (?, ?, 'CAPTURE', ?, now() - ?::interval)""",
        id,
        payment,
        state,
        age);
    return id;
  }

  private static void refund(UUID payment, String status) throws SQLException {
    execute(
        """
        insert into refund (id, batch, order_id, payment_id, currency, amount, target, cause, status,
            actor, created_at, settled_at)
        values (?, ?, ?, ?, 'EUR', 50, 'ORIGINAL', 'REFUND', ?, 'admin', now(),
            case when ? = 'PENDING' then null else now() end)""",
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        payment,
        status,
        status);
  }

  private static List<UUID> ids(String table) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement("select id from " + table);
        ResultSet row = query.executeQuery()) {
      List<UUID> ids = new ArrayList<>();
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
      return ids;
    }
  }

  private static void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
