package org.orderly.tests.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/**
 * Somebody changes a row behind the shop's back: whoever asks is told which, and so is who watches.
 */
@ExtendWith(RunningShop.class)
class IntegrityIT {

  @Test
  void namesEveryRowThatWasTamperedWith() throws Exception {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("50.00", "EUR");
    UUID order = order(ann, tea);
    UUID halved = order(ann, tea);
    IntegrityChecks.assertThatAllPass();
    try {
      ShopDatabases.change("inventory", stock(tea, "+ 1"));
      ShopDatabases.change("payment", balance(ann, "+ 1"));
      ShopDatabases.change(
          "ordering", ShopDatabases.unguarded("orders", total(order, "+ 1")), unconfirm(halved));
      ShopDatabases.change(
          "inventory", "update reservation set quantity = quantity + 1" + of(order));
      IntegrityChecks.assertThatFails("I1", tea.id());
      IntegrityChecks.assertThatFails("I2", tea.id());
      IntegrityChecks.assertThatFails("I4", wallet(ann));
      IntegrityChecks.assertThatFails("I6", order);
      IntegrityChecks.assertThatFails("I8", halved);
      assertThat(IntegrityChecks.check("I5").get("ok").asBoolean()).isTrue();
      warned();
    } finally {
      ShopDatabases.change("inventory", stock(tea, "- 1"));
      ShopDatabases.change("payment", balance(ann, "- 1"));
      ShopDatabases.change("ordering", total(order, "- 1"), restore(halved));
      ShopDatabases.change(
          "inventory", "update reservation set quantity = quantity - 1" + of(order));
    }
    IntegrityChecks.assertThatAllPass();
    Eventually.see("no warning", IntegrityIT::health, books -> !books.has("warning"));
    Eventually.see("the metric", IntegrityIT::metrics, text -> text.contains(metric("ok", "1")));
  }

  private static void warned() throws SQLException {
    JsonNode books =
        Eventually.see(
            "a warning",
            IntegrityIT::health,
            data -> data.path("warning").asText().endsWith("I1, I2, I4, I6, I8"));
    assertThat(books.get("ok").asText()).isEqualTo("false");
    assertThat(books.get("checkedAt").asText()).isNotBlank();
    assertThat(RunningShop.api().get("/health/ready").status()).isEqualTo(200);
    Eventually.see("the metric", IntegrityIT::metrics, text -> text.contains(metric("ok", "0")));
    assertThat(metrics())
        .contains("orderly_invariant_violations{check=\"I4\",mp_scope=\"application\"} 1\n")
        .contains("orderly_invariant_violations{check=\"I3\",mp_scope=\"application\"} 0\n")
        .contains("orderly_integrity_pass_age_seconds")
        .contains("orderly_in_doubt_branches");
    assertThat(ShopDatabases.count("ordering", "select count(*) from audit_finding")).isEqualTo(5);
  }

  @Test
  void theDatabaseRefusesATotalThatIsNotTheSumOfItsLines() {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 10, null);
    UUID order = order(Shopper.registered(RunningShop.api()).deposit("50.00", "EUR"), tea);

    assertThatThrownBy(() -> ShopDatabases.change("ordering", total(order, "+ 1")))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(
            "total 501 of order " + order + " is not the sum of its lines and adjustments, 500");
  }

  @Test
  void tellsOfGoodsThatLeftTheStockWithoutAShipment() throws SQLException {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 10, null);
    UUID order = order(Shopper.registered(RunningShop.api()).deposit("50.00", "EUR"), tea);
    try {
      ShopDatabases.change(
          "inventory",
          "update reservation set fulfilled = quantity" + of(order),
          "update reservation_set set status = 'FULFILLED'" + of(order),
          "update stock_item set reserved = 0 where product_id = '" + tea.id() + "'");
      IntegrityChecks.assertThatFails("I3", order);
      assertThat(IntegrityChecks.check("I2").get("ok").asBoolean()).isTrue();
    } finally {
      ShopDatabases.change(
          "inventory",
          "update reservation set fulfilled = 0" + of(order),
          "update reservation_set set status = 'LIVE'" + of(order),
          "update stock_item set reserved = 1 where product_id = '" + tea.id() + "'");
    }
    assertThat(IntegrityChecks.check("I3").get("ok").asBoolean()).isTrue();
  }

  @Test
  void tellsOfPaymentsThatNobodyResolved() throws SQLException {
    UUID transfer = UUID.randomUUID();
    Shopper ann = Shopper.registered(RunningShop.api());
    ShopDatabases.change(
        "payment",
        "insert into gateway_transfer (id, user_id, direction, status, currency, amount, gateway,"
            + " created_at) values ('%s', '%s', 'IN', 'PENDING', 'EUR', 1, 'sandbox',"
                .formatted(transfer, ann.id())
            + " now() - interval '16 minutes')");
    try {
      IntegrityChecks.assertThatFails("I10", transfer);
    } finally {
      ShopDatabases.change("payment", "delete from gateway_transfer where id = '" + transfer + "'");
    }
    assertThat(IntegrityChecks.check("I10").get("ok").asBoolean()).isTrue();
  }

  private static UUID order(Shopper shopper, TestProducts testProducts) {
    JsonNode order =
        shopper.send("POST", "orders", Shopper.orderRequest(testProducts, 1)).expect(201);
    return UUID.fromString(order.get("id").asText());
  }

  private static JsonNode health() {
    JsonNode health = RunningShop.api().get("/health").expect(200);
    return StreamSupport.stream(health.get("checks").spliterator(), false)
        .filter(check -> check.get("name").asText().equals("books"))
        .findAny()
        .orElseThrow()
        .get("data");
  }

  private static String metrics() {
    HttpRequest request = RunningShop.api().request("/metrics").build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String metric(String name, String value) {
    return "orderly_integrity_" + name + "{mp_scope=\"application\"} " + value + "\n";
  }

  private static String stock(TestProducts testProducts, String by) {
    return "update stock_item set on_hand = on_hand %s where product_id = '%s'"
        .formatted(by, testProducts.id());
  }

  private static String balance(Shopper shopper, String by) {
    return "update account set balance = balance %s where owner = '%s'".formatted(by, shopper.id());
  }

  private static String wallet(Shopper shopper) {
    return ShopDatabases.one("payment", "select id from account where owner = ?", shopper.id());
  }

  private static String total(UUID order, String by) {
    return "update orders set total = total %s where id = '%s'".formatted(by, order);
  }

  private static String of(UUID order) {
    return " where order_id = '" + order + "'";
  }

  /** Deletes the step, and with it the event, that confirmed an order. */
  private static String unconfirm(UUID order) {
    return ShopDatabases.unguarded(
        "order_transition", "delete from order_transition" + of(order) + " and step = 1");
  }

  private static String restore(UUID order) {
    return "insert into order_transition select order_id, 1, 'PLACED', 'CONFIRMED', occurred_at,"
        + " gen_random_uuid(), 'OrderConfirmed' from order_transition"
        + of(order);
  }
}
