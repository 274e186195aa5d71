package org.orderly.tests.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.LifeOfOrders;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** How much there is of a product, why, and who may say so. */
@ExtendWith(RunningShop.class)
class StockIT {

  private final Shopper admin = RunningShop.admin();

  @Test
  void saysWhyThereIsAsMuchAsThereIs() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    new LifeOfOrders(ann, tea).bringOneThereAndBack();
    ann.send("POST", "orders", Shopper.orderRequest(tea, 3)).expect(201);
    adjust(tea, -2, "broken");

    List<String> kinds = new ArrayList<>();
    String path = "inventory/" + tea.id() + "/movements?limit=2";
    JsonNode page = admin.get(path).expect(200);
    JsonNode newest = page.get("items").get(0);
    kinds.addAll(page.findValuesAsText("kind"));
    while (!page.get("nextCursor").isNull()) {
      page = admin.get(path + "&cursor=" + page.get("nextCursor").asText()).expect(200);
      kinds.addAll(page.findValuesAsText("kind"));
    }
    assertThat(kinds)
        .containsExactly(
            "ADJUSTMENT",
            "RESERVATION",
            "SHRINKAGE",
            "RETURN",
            "RETURN",
            "SALE",
            "RESERVATION",
            "RECEIPT");
    assertThat(newest.get("reason").asText()).isEqualTo("broken");
    assertThat(newest.get("actor").asText()).isEqualTo(admin.id().toString());
    assertThat(newest.get("onHandChange").asInt()).isEqualTo(-2);
    String some = "inventory/" + tea.id() + "/movements?kind=SALE&kind=RETURN";
    assertThat(admin.get(some).expect(200).get("items")).hasSize(3);

    JsonNode now = tea.level();
    assertThat(asOf(tea, newest.get("occurredAt").asText())).isEqualTo(now);
    assertThat(asOf(tea, LocalDate.now(ZoneOffset.UTC).toString())).isEqualTo(now);
    assertThat(asOf(tea, "2020-01-31").get("onHand").asInt()).isZero();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void showsHistoryToAdminsAndTheOwningVendorAlone() {
    Shopper potter = Shopper.vendor(RunningShop.api());
    Shopper weaver = Shopper.vendor(RunningShop.api());
    Shopper ann = Shopper.registered(RunningShop.api());
    TestProducts pot = TestProducts.listed(potter, "2.00", "EUR", 10, null);
    for (String history : List.of("/movements", "?asOf=2026-01-31")) {
      String path = "inventory/" + pot.id() + history;
      admin.get(path).expect(200);
      potter.get(path).expect(200);
      problem(weaver.get(path), 403, "not-your-product");
      assertThat(ann.get(path).status()).isEqualTo(403);
      assertThat(RunningShop.api().get(path).status()).isEqualTo(401);
    }
    assertThat(admin.get("inventory/" + UUID.randomUUID() + "/movements").status()).isEqualTo(404);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 1, null);
    String path = "inventory/" + tea.id();
    problem(admin.get(path + "/movements?kinds=SALE"), 400, "unknown-parameter");
    for (String bad : List.of("kind=THEFT", "from=yesterday", "limit=101", "cursor=x")) {
      assertThat(admin.get(path + "/movements?" + bad).status()).as(bad).isEqualTo(400);
    }
    for (String bad : List.of("asOf=", "asOf=soon", "asOf=2999-01-01")) {
      assertThat(admin.get(path + "?" + bad).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void adjustsManyProductsOnceAllOrNone() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    TestProducts cup = TestProducts.listed("2.00", "EUR", 5, null);
    String key = UUID.randomUUID().toString();
    Map<String, Object> both = items(line(tea, 3), line(cup, -2));
    JsonNode levels = admin.post("inventory/adjustments", key, both).expect(200);
    assertThat(levels.findValuesAsText("onHand")).containsExactly("13", "3");
    Api.Answer again = admin.post("inventory/adjustments", key, both);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.expect(200)).isEqualTo(levels);

    Api.Answer refused =
        admin.send("POST", "inventory/adjustments", items(line(tea, 1), line(cup, -4)));
    problem(refused, 422, "stock-lines-refused");
    assertThat(refused.body().at("/items/0/index").asInt()).isEqualTo(1);
    assertThat(refused.body().at("/items/0/code").asText()).isEqualTo("stock-below-reserved");
    assertThat(tea.level().get("onHand").asInt()).isEqualTo(13);

    Map<String, Object> seen = Map.of("quantity", 1, "reason", "found", "expectedOnHand", 12);
    String path = "inventory/" + tea.id() + "/adjustments";
    problem(admin.send("POST", path, seen), 409, "stock-changed");
    problem(
        admin.send("POST", path, Map.of("quantity", 1, "reason", "x", "kind", "SALE")),
        400,
        "invalid-value");
    assertThat(admin.send("POST", "inventory/adjustments", items()).status()).isEqualTo(400);
  }

  @Test
  void booksWhatACountFound() {
    Shopper potter = Shopper.vendor(RunningShop.api());
    TestProducts pot = TestProducts.listed(potter, "2.00", "EUR", 10, null);
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Map<String, Object> count =
        Map.of("items", List.of(Map.of("productId", pot.id(), "counted", 7)), "reason", "yearly");
    JsonNode booked = potter.send("POST", "inventory/stock-takes", count).expect(200);
    assertThat(booked.at("/items/0/difference").asInt()).isEqualTo(-3);
    JsonNode movement =
        potter.get("inventory/" + pot.id() + "/movements?kind=STOCK_TAKE").expect(200);
    assertThat(movement.at("/items/0/reference")).isEqualTo(booked.get("id"));
    assertThat(pot.level().get("onHand").asInt()).isEqualTo(7);
    Map<String, Object> others = items(line(pot, 1), line(tea, 1));
    problem(potter.send("POST", "inventory/adjustments", others), 403, "not-your-product");
  }

  @Test
  void tellsShoppersOnceThatAProductIsBack() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 1, null);
    Shopper ann = Shopper.registered(RunningShop.api());
    String path = "inventory/" + tea.id() + "/back-in-stock";
    problem(ann.send("PUT", path, null), 409, "product-in-stock");
    adjust(tea, -1, "broken");
    ann.send("PUT", path, null).expect(204);
    ann.send("PUT", path, null).expect(204);
    assertThat(ann.get(path).expect(200).get("requested").asBoolean()).isTrue();
    assertThat(ann.get("users/me/export").expect(200).at("/backInStockRequests/0/productId"))
        .isEqualTo(ann.get(path).expect(200).get("productId"));
    adjust(tea, 5, "delivered");
    Eventually.see(
        "one message",
        () -> ann.get("notifications").expect(200).findValuesAsText("type"),
        types -> types.contains("back-in-stock"));
    assertThat(ann.get(path).expect(200).get("requested").asBoolean()).isFalse();
    ann.send("DELETE", path, null).expect(204);
  }

  @Test
  void warnsTheVendorOnceWhileStockHovers() {
    Shopper potter = Shopper.vendor(RunningShop.api());
    TestProducts pot = TestProducts.listed(potter, "2.00", "EUR", 10, null);
    String threshold = "inventory/" + pot.id() + "/threshold";
    JsonNode set = potter.send("PUT", threshold, Map.of("lowStockThreshold", 8)).expect(200);
    assertThat(set.get("lowStockThreshold").asInt()).isEqualTo(8);
    for (int change : List.of(-2, 1, -1, 1, -1, 20)) {
      adjust(pot, change, "counted");
    }
    List<String> subjects =
        Eventually.see(
            "both alerts",
            () -> potter.get("notifications").expect(200).findValuesAsText("subject"),
            all -> all.stream().anyMatch(subject -> subject.startsWith("Stock replenished")));
    assertThat(subjects).filteredOn(subject -> subject.startsWith("Low stock")).hasSize(1);
  }

  @Test
  void goodsGoFromOneLocationToAnother() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    String shop = "shop-" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, Object> named = Map.of("code", shop, "name", "Shop");
    admin.send("POST", "inventory/locations", named).expect(201);
    problem(admin.send("POST", "inventory/locations", named), 409, "location-code-taken");
    admin.send("PUT", "inventory/locations/" + shop, Map.of("name", "The shop")).expect(200);
    Map<String, Object> goods =
        Map.of(
            "from",
            "main",
            "to",
            shop,
            "items",
            List.of(Map.of("productId", tea.id(), "quantity", 4)),
            "reason",
            "the shop is empty");
    String key = UUID.randomUUID().toString();
    JsonNode sent = admin.post("inventory/transfers", key, goods).expect(201);
    assertThat(admin.post("inventory/transfers", key, goods).expect(201)).isEqualTo(sent);
    assertThat(where(tea)).isEqualTo("6 4 6");
    String transfer = "inventory/transfers/" + sent.get("id").asText();
    assertThat(admin.get(transfer).expect(200)).isEqualTo(sent);
    assertThat(admin.get("inventory/transfers?status=in_transit").expect(200).get("items"))
        .contains(sent);
    problem(admin.send("DELETE", "inventory/locations/" + shop, null), 409, "location-in-use");
    admin.send("POST", transfer + "/receive", null).expect(200);
    problem(admin.send("POST", transfer + "/cancel", null), 409, "transfer-ended");
    assertThat(where(tea)).isEqualTo("10 0 6");

    Map<String, Object> lost =
        Map.of("quantity", -4, "reason", "fire", "kind", "SHRINKAGE", "location", shop);
    admin.send("POST", "inventory/" + tea.id() + "/adjustments", lost).expect(201);
    admin.send("DELETE", "inventory/locations/" + shop, null).expect(204);
    problem(
        admin.post("inventory/transfers", UUID.randomUUID().toString(), goods),
        409,
        "location-closed");
    assertThat(
            admin
                .get("inventory/" + tea.id() + "/movements")
                .expect(200)
                .findValuesAsText("location"))
        .containsExactly(shop, shop, "main", "main");
    IntegrityChecks.assertThatAllPass();
  }

  /** On hand in sum, in transit, and on hand at the main location. */
  private static String where(TestProducts product) {
    JsonNode all = RunningShop.api().get("inventory/" + product.id() + "/locations").expect(200);
    return all.get("onHand").asText()
        + " "
        + all.get("inTransit").asText()
        + " "
        + all.at("/locations/0/onHand").asText();
  }

  @SafeVarargs
  private static Map<String, Object> items(Map<String, Object>... lines) {
    return Map.of("items", List.of(lines));
  }

  private static Map<String, Object> line(TestProducts product, int change) {
    return Map.of("productId", product.id(), "quantity", change, "reason", "counted");
  }

  private JsonNode asOf(TestProducts product, String moment) {
    return admin.get("inventory/" + product.id() + "?asOf=" + moment).expect(200);
  }

  private void adjust(TestProducts product, int change, String reason) {
    admin
        .send(
            "POST",
            "inventory/" + product.id() + "/adjustments",
            Map.of("quantity", change, "reason", reason))
        .expect(201);
  }

  private static void problem(Api.Answer answer, int status, String code) {
    assertThat(answer.expect(status).get("code").asText()).isEqualTo(code);
  }
}
