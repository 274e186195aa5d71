package org.orderly.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Somebody takes along what the shop knows, and is forgotten; the records stay whole. */
@ExtendWith(RunningShop.class)
class ErasureIT {

  private static final Map<String, String> PASSWORD = Map.of("password", Shopper.PASSWORD);
  private static final Map<String, Object> FORFEITING =
      Map.of("password", Shopper.PASSWORD, "forfeitBalance", true);

  @Test
  void personGoesAndTheBooksStay() {
    TestProducts cup = TestProducts.listed("3.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    ann.send("POST", "users/me/addresses", Shopper.HOME).expect(201);
    String order =
        ann.post("orders", "forget-me", Shopper.orderRequest(cup, 1))
            .expect(201)
            .get("id")
            .asText();
    ann.send("PUT", "cart/items/" + cup.id(), Map.of("quantity", 2)).expect(200);
    Eventually.see(
        "the order's notice",
        () -> ann.get("notifications").expect(200).get("items").toString(),
        inbox -> inbox.contains("order-placed"));

    JsonNode held = ann.get("users/me/export").expect(200);
    assertThat(held.get("profile").get("email").asText()).isEqualTo(ann.email());
    assertThat(held.get("orders").findValuesAsText("street")).contains("1 High Street");
    for (String part :
        new String[] {
          "consents",
          "addresses",
          "sessions",
          "audit",
          "balances",
          "walletTransactions",
          "notifications",
          "mails"
        }) {
      assertThat(held.get(part)).as(part).isNotEmpty();
    }
    assertThat(held.get("cart").get("lines")).hasSize(1);

    assertThat(ann.send("DELETE", "users/me", Map.of("password", "guessed")).code())
        .isEqualTo("wrong-password");
    Api.Answer kept = ann.send("DELETE", "users/me", PASSWORD);
    assertThat(kept.status()).isEqualTo(409);
    assertThat(kept.code()).isEqualTo("balance-remaining");
    assertThat(ann.get("users/me").status()).isEqualTo(200);
    assertThat(RunningShop.admin().send("DELETE", "admin/users/" + ann.id(), null).code())
        .isEqualTo("balance-remaining");
    ann.send("DELETE", "users/me", FORFEITING).expect(204);

    assertThat(ann.get("users/me").status()).isEqualTo(401);
    Shopper admin = RunningShop.admin();
    Eventually.see(
        "the erased order",
        () -> admin.get("orders/" + order).expect(200).get("shippingAddress"),
        address -> address.get("street").asText().equals("erased"));
    JsonNode left = admin.get("orders/" + order).expect(200).get("shippingAddress");
    assertThat(left.get("country").asText()).isEqualTo("GB");
    assertThat(left.toString()).doesNotContain("Ann", "Leeds", "LS1");
    JsonNode pseudonym = admin.get("admin/users/" + ann.id()).expect(200);
    assertThat(pseudonym.get("status").asText()).isEqualTo("erased");
    assertThat(pseudonym.toString()).doesNotContain(ann.email(), "Ann");
    assertThat(admin.get("admin/users/" + ann.id() + "/export").status()).isEqualTo(404);
    Eventually.see(
        "whole books",
        () -> admin.get("admin/invariants").expect(200),
        books -> books.get("ok").asBoolean());
  }

  @Test
  void whatWasTypedAboutOrdersGoesAndTheirStepsStay() throws SQLException {
    String words = "words of " + UUID.randomUUID();
    TestProducts cup = TestProducts.listed("3.00", "EUR", 10, null);
    Shopper admin = RunningShop.admin();
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    String cancelled = order(ann, cup);
    ann.send("POST", "orders/" + cancelled + "/cancel", Map.of("reason", words)).expect(200);
    String returned = order(ann, cup);
    admin.send("POST", "orders/" + returned + "/shipments", Map.of("carrier", "Post")).expect(201);
    String back =
        ann.send("POST", "orders/" + returned + "/returns", Map.of("reason", words))
            .expect(201)
            .get("id")
            .asText();
    admin.send("POST", "returns/" + back + "/refuse", Map.of("reason", words)).expect(200);
    assertThat(holding(words))
        .containsKeys("order_transition", "order_return")
        .doesNotContainKeys("payment_transition", "refund", "ledger_transaction");
    JsonNode before = admin.get("orders/" + returned + "/history").expect(200).get("items");

    ann.send("DELETE", "users/me", FORFEITING).expect(204);
    Eventually.see("nothing that was typed", () -> holding(words), Map::isEmpty);
    JsonNode after = admin.get("orders/" + returned + "/history").expect(200).get("items");
    assertThat(after.findValuesAsText("event")).isEqualTo(before.findValuesAsText("event"));
    assertThat(after.findValuesAsText("at")).isEqualTo(before.findValuesAsText("at"));
    assertThat(after.findValuesAsText("reason")).contains("erased").doesNotContain(words);
    Eventually.see(
        "whole books",
        () -> admin.get("admin/invariants").expect(200),
        books -> books.get("ok").asBoolean());
    assertThatStepsCannotBeRewritten(cancelled);
  }

  /** Which tables of the orders and payments hold the words, and in how many rows. */
  private static Map<String, Long> holding(String words) {
    Map<String, Long> found = new TreeMap<>();
    for (String table : List.of("order_transition", "order_return", "idempotency_key")) {
      found.put(table, rows("ordering", table, words));
    }
    for (String table : List.of("payment_transition", "refund", "ledger_transaction")) {
      found.put(table, rows("payment", table, words));
    }
    found.values().removeIf(number -> number == 0);
    return found;
  }

  private static long rows(String domain, String table, String words) {
    return ShopDatabases.count(
        domain, "select count(*) from " + table + " t where position(? in t::text) > 0", words);
  }

  private static void assertThatStepsCannotBeRewritten(String order) throws SQLException {
    try (Connection connection = ShopDatabases.connect("ordering");
        Statement statement = connection.createStatement()) {
      for (String change :
          List.of(
              "update order_transition set reason = 'another'",
              "update order_transition set reason = 'erased', actor = 'nobody'",
              "update order_transition set to_status = 'PLACED'",
              "delete from order_transition")) {
        assertThatThrownBy(() -> statement.execute(change + " where order_id = '" + order + "'"))
            .as(change)
            .hasMessageContaining("rows of order_transition are never changed");
      }
    }
  }

  private static String order(Shopper buyer, TestProducts testProducts) {
    return buyer
        .send("POST", "orders", Shopper.orderRequest(testProducts, 1))
        .expect(201)
        .get("id")
        .asText();
  }

  @Test
  void addressOfWhoWasForgottenIsFreeAgain() {
    Shopper ann = Shopper.registered(RunningShop.api());
    RunningShop.admin().send("DELETE", "admin/users/" + ann.id(), null).expect(204);
    Map<String, Object> again =
        Map.of(
            "email", ann.email(), "password", Shopper.PASSWORD, "name", "Ann", "acceptTerms", true);
    Api api = RunningShop.api();
    api.send(Api.json(api.request("auth/register"), "POST", Api.text(again))).expect(201);
  }
}
