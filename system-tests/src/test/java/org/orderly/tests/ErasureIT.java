package org.orderly.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody takes along what the shop knows, and is forgotten; the books stay whole. */
@ExtendWith(RunningShop.class)
class ErasureIT {

  private static final Map<String, String> PASSWORD = Map.of("password", Shopper.PASSWORD);

  @Test
  void personGoesAndTheBooksStay() {
    Goods cup = Goods.listed("3.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    ann.send("POST", "users/me/addresses", Shopper.HOME).expect(201);
    String order =
        ann.post("orders", "forget-me", Shopper.wish(cup, 1)).expect(201).get("id").asText();
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
    ann.send("DELETE", "users/me", PASSWORD).expect(204);

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
