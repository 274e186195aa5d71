package org.orderly.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Retention;
import org.orderly.testing.Application;

/** What the cleaning takes of the payments' work, and what it leaves, in a real database. */
class PaymentRetentionDatabaseTest {

  private static final String USER = "postgres";
  private static final String LONG_AGO = "31 days";
  private static final String LATELY = "29 days";

  @RegisterExtension static final Application APP = Application.on(PaymentDatabase.NAME);

  @BeforeEach
  void empty() {
    for (String table : List.of("card_intent", "payment_task", "refund", "payment")) {
      execute("delete from " + table);
    }
  }

  @Test
  void takesIntentsThatHaveEnded() {
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
  void leavesIntentsThatAreStillToBeSettledHoweverOldTheyAre() {
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
  void takesTasksThatHaveEnded() {
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
  void leavesTasksOfPaymentsThatAreNotSettled() {
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

  private static void clean() {
    APP.bean(Retention.class, new Domain.Literal(PaymentDatabase.NAME)).clean(10);
  }

  private static UUID intent(String state, String age) {
    return intent(UUID.randomUUID(), state, age);
  }

  private static UUID intent(UUID id, String state, String age) {
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

  private static UUID payment(String status) {
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

  private static UUID task(UUID payment, String state, String age) {
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

  private static void refund(UUID payment, String status) {
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

  private static List<UUID> ids(String table) {
    return APP.database(PaymentDatabase.NAME).rows("select id from " + table).stream()
        .map(row -> UUID.fromString(row.substring(1, row.length() - 1)))
        .toList();
  }

  private static void execute(String sql, Object... values) {
    APP.database(PaymentDatabase.NAME).execute(sql, values);
  }
}
