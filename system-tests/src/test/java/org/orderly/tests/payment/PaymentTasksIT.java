package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What is to be asked of a gateway goes on as soon as the database lets it. */
@ExtendWith(RunningShop.class)
class PaymentTasksIT {

  /** Takes no word about tasks that are under way, and counts how often it was asked to. */
  private static final String REFUSE =
      """
      create sequence refused_word;
      create function refuse_word() returns trigger language plpgsql as $$
      begin
        perform nextval('refused_word');
        raise exception 'no word about tasks is taken';
      end $$;
      create trigger refuse_word before update on payment_task for each row
        when (old.asked_at is not null) execute function refuse_word()""";

  private static final String TAKE =
      "drop trigger refuse_word on payment_task; drop function refuse_word; drop sequence"
          + " refused_word";

  private final Shopper ann = Shopper.registered(RunningShop.api());
  private final TestProducts tea = TestProducts.listed("20.00", "EUR", 10, null);

  /** Its lease would be for those who died. */
  @Test
  void areGivenBackByWhoCouldNotEnterTheAnswer() throws SQLException {
    String order;
    run(REFUSE);
    try {
      order = place();
      Eventually.see("an answer that is not entered", PaymentTasksIT::refused, n -> n >= 2);
      assertThat(payment(order).get("status").asText()).isEqualTo("AUTHORIZED");
    } finally {
      run(TAKE);
    }
    Eventually.see("the money", () -> payment(order).get("status").asText(), "CAPTURED"::equals);
    UUID payment = UUID.fromString(payment(order).get("id").asText());
    assertThat(
            ShopDatabases.one(
                "payment",
                "select due_at < asked_at + 2 * interval '45 seconds' from payment_task"
                    + " where payment_id = ? and kind = 'CAPTURE'",
                payment))
        .as("claimed again before its first lease was over")
        .isEqualTo("t");
    assertThat(
            ShopDatabases.count(
                "payment",
                "select count(*) from ledger_transaction where payment_id = ? and kind = 'CAPTURE'",
                payment))
        .isEqualTo(1);
    IntegrityChecks.assertThatAllPass();
  }

  private String place() {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "card", "token", "tok_ok"));
    String key = UUID.randomUUID().toString();
    return "orders/" + ann.post("orders", key, orderRequest).expect(201).get("id").asText();
  }

  private JsonNode payment(String order) {
    return ann.get(order + "/payments").expect(200).at("/items/0");
  }

  private static long refused() {
    return ShopDatabases.count(
        "payment", "select case when is_called then last_value else 0 end from refused_word");
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = ShopDatabases.connect("payment");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
