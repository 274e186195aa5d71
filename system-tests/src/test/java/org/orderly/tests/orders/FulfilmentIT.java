package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What leaves the house and comes back, every piece of it accounted for. */
@ExtendWith(RunningShop.class)
class FulfilmentIT {

  private final Shopper admin = RunningShop.admin();
  private final Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
  private final TestProducts pot = TestProducts.listed("20.00", "EUR", 10, null);
  private final TestProducts tea = TestProducts.listed("2.50", "EUR", 100, null);

  @AfterAll
  static void booksHold() {
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void orderLeavesInPartsArrivesAndComesBack() {
    String order = order(Map.of(pot.id(), 3, tea.id(), 4));
    admin.send("POST", order + "/process", null).expect(200);
    assertThat(status(order)).isEqualTo("PROCESSING");

    String first = ship(admin, order, items(pot, 2, tea, 1));
    assertThat(status(order)).isEqualTo("PARTIALLY_SHIPPED");
    assertThat(stock(pot)).containsExactly(8, 1, 7);
    String rest = ship(admin, order, null);
    assertThat(status(order)).isEqualTo("SHIPPED");
    assertThat(stock(tea)).containsExactly(96, 0, 96);
    JsonNode shipments = ann.get(order + "/shipments").expect(200).get("items");
    assertThat(shipments.findValuesAsText("trackingNumber")).containsExactly("T-1", "T-1");
    assertThat(shipments.at("/1/items").findValuesAsText("quantity")).containsExactly("1", "3");

    admin.send("POST", "shipments/" + rest + "/deliver", null).expect(200);
    assertThat(status(order)).isEqualTo("SHIPPED");
    admin.send("POST", "shipments/" + first + "/deliver", null).expect(200);
    assertThat(status(order)).isEqualTo("DELIVERED");

    String back = returned(order, items(pot, 2, tea, 4));
    assertThat(ann.get(back).expect(200).at("/refundable/amount").asText()).isEqualTo("50.00");
    admin.send("POST", back + "/approve", null).expect(200);
    admin.send("POST", back + "/receive", null).expect(200);
    admin.send("POST", back + "/restock", items(pot, 1, tea, 4)).expect(200);
    JsonNode done = admin.send("POST", back + "/write-off", null).expect(200);
    assertThat(done.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(done.at("/items/0/restocked").asInt()).isEqualTo(1);
    assertThat(done.at("/items/0/writtenOff").asInt()).isEqualTo(1);
    assertThat(stock(pot)).containsExactly(8, 0, 8);
    assertThat(stock(tea)).containsExactly(100, 0, 100);

    String last = returned(order, null);
    admin.send("POST", last + "/approve", null).expect(200);
    admin.send("POST", last + "/receive", null).expect(200);
    assertThat(status(order)).isEqualTo("RETURNED");
    admin.send("POST", last + "/restock", null).expect(200);
    assertThat(stock(pot)).containsExactly(9, 0, 9);
    assertThatMovementsNameWhatCausedThem(first, back);
  }

  private void assertThatMovementsNameWhatCausedThem(String shipment, String back) {
    String moved = "select trim_scale(sum(quantity)) from stock_movement where reference = ?";
    UUID returned = UUID.fromString(back.substring("returns/".length()));
    assertThat(ShopDatabases.one("inventory", moved, UUID.fromString(shipment))).isEqualTo("-3");
    assertThat(ShopDatabases.one("inventory", moved, returned)).isEqualTo("5");
  }

  @Test
  void refusedReturnLeavesThingsAsTheyAre() {
    String order = order(Map.of(pot.id(), 1));
    ship(admin, order, null);
    String back = returned(order, null);
    JsonNode refused = admin.send("POST", back + "/refuse", Map.of("reason", "worn")).expect(200);
    assertThat(refused.get("refusal").asText()).isEqualTo("worn");
    assertThat(refused.at("/refundable/amount").asText()).isEqualTo("0.00");
    refused(admin.send("POST", back + "/receive", null), 409, "illegal-return-transition");
    returned(order, null);
  }

  @Test
  void shipmentArrivesByItselfWhenNobodySaysSo() throws SQLException {
    String paid = order(Map.of(pot.id(), 1));
    String order = order(Map.of(pot.id(), 1));
    String shipment = ship(admin, order, null);
    backdate(shipment, "shipped_at");
    Eventually.see("arrival", () -> status(order), "DELIVERED"::equals);
    assertThat(status(paid))
        .as("what the same turn would process if asked to")
        .isEqualTo("CONFIRMED");
    JsonNode last = ann.get(order + "/history?limit=100").expect(200).get("items");
    assertThat(last.findValuesAsText("reason")).contains("taken to have arrived");
    backdate(shipment, "delivered_at");
    refused(ann.send("POST", order + "/returns", orderRequest(null)), 422, "return-window-closed");
    admin.send("POST", order + "/returns", orderRequest(null)).expect(201);
  }

  /** As if 31 days had gone by since. */
  private static void backdate(String shipment, String column) throws SQLException {
    String sql = "update shipment set %s = %s - interval '31 days' where id = ?";
    try (Connection connection = ShopDatabases.connect("ordering");
        PreparedStatement update = connection.prepareStatement(sql.formatted(column, column))) {
      update.setObject(1, UUID.fromString(shipment));
      update.executeUpdate();
    }
  }

  @Test
  void lastPieceIsShippedAndReturnedOnce() {
    String order = order(Map.of(pot.id(), 1));
    List<Answer> shipped =
        ConcurrentShoppers.of(
            4, i -> admin.send("POST", order + "/shipments", parcel(items(pot, 1))));
    assertThat(shipped.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    List<Answer> asked =
        ConcurrentShoppers.of(
            4, i -> ann.send("POST", order + "/returns", orderRequest(items(pot, 1))));
    assertThat(asked.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(stock(pot)).containsExactly(9, 0, 9);
  }

  @Test
  void requestsThatComeAgainHaveTheirEffectOnce() {
    String order = order(Map.of(tea.id(), 5));
    Map<String, Object> parcel = parcel(items(tea, 2));
    JsonNode first = admin.post(order + "/shipments", "parcel", parcel).expect(201);
    Answer again = admin.post(order + "/shipments", "parcel", parcel);
    assertThat(again.expect(201)).isEqualTo(first);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    refused(
        admin.post(order + "/shipments", "parcel", parcel(items(tea, 3))),
        422,
        "idempotency-key-reused");
    String deliver = "shipments/" + first.get("id").asText() + "/deliver";
    assertThat(admin.post(deliver, "arrived", null).expect(200))
        .isEqualTo(admin.post(deliver, "arrived", null).expect(200));
    refused(admin.send("POST", deliver, null), 409, "illegal-shipment-transition");
    JsonNode back = ann.post(order + "/returns", "back", orderRequest(items(tea, 1))).expect(201);
    assertThat(ann.post(order + "/returns", "back", orderRequest(items(tea, 1))).expect(201))
        .isEqualTo(back);
    String path = "returns/" + back.get("id").asText();
    for (String step : List.of("approve", "receive", "restock")) {
      assertThat(admin.post(path + "/" + step, step, null).expect(200))
          .isEqualTo(admin.post(path + "/" + step, step, null).expect(200));
    }
    assertThat(stock(tea)).containsExactly(99, 3, 96);
  }

  @Test
  void badRequestsChangeNothing() {
    String order = order(Map.of(pot.id(), 2));
    String shipped = order(Map.of(pot.id(), 2));
    ship(admin, shipped, null);
    TestProducts other = TestProducts.listed("1.00", "EUR", 10, null);
    Map<String, String> before = ShopDatabases.fingerprints();
    String ship = order + "/shipments";
    refused(admin.send("POST", ship, parcel(items(pot, 3))), 422, "quantity-exceeds-remaining");
    refused(admin.send("POST", ship, parcel(items(other, 1))), 422, "product-not-in-order");
    refused(admin.send("POST", ship, parcel(items(pot, 0))), 400, "invalid-.*|validation-.*");
    refused(admin.send("POST", ship, parcel(items(pot, -1))), 400, "invalid-.*|validation-.*");
    refused(admin.send("POST", ship, parcel(items(pot, 0.5))), 400, "quantity-too-fine");
    refused(admin.send("POST", ship, Map.of("carrier", " ")), 400, "validation-failed");
    refused(ann.send("POST", ship, parcel(null)), 403, "forbidden");
    refused(admin.send("POST", unknownOrder() + "/shipments", parcel(null)), 404, "unknown-order");
    refused(admin.send("POST", shipped + "/shipments", parcel(null)), 409, "nothing-remaining");
    refused(admin.send("POST", shipped + "/process", null), 409, "illegal-order-transition");
    refused(
        admin.send("POST", "shipments/" + UUID.randomUUID() + "/deliver", null),
        404,
        "unknown-shipment");
    refused(ann.send("POST", order + "/returns", orderRequest(null)), 409, "nothing-remaining");
    refused(
        ann.send("POST", order + "/returns", orderRequest(items(pot, 1))),
        422,
        "quantity-exceeds-remaining");
    String back = shipped + "/returns";
    refused(ann.send("POST", back, orderRequest(items(pot, 3))), 422, "quantity-exceeds-remaining");
    refused(ann.send("POST", back, orderRequest(items(pot, 0.5))), 400, "quantity-too-fine");
    refused(ann.send("POST", back, orderRequest(items(other, 1))), 422, "product-not-in-order");
    refused(ann.send("POST", back, Map.of("items", List.of())), 400, "validation-failed");
    Shopper bob = Shopper.registered(RunningShop.api());
    refused(bob.send("POST", back, orderRequest(null)), 404, "unknown-order");
    refused(bob.get(shipped + "/shipments"), 404, "unknown-order");
    refused(
        admin.send("POST", "returns/" + UUID.randomUUID() + "/approve", null),
        404,
        "unknown-return");
    before.keySet().removeIf(table -> table.startsWith("identity."));
    assertThat(ShopDatabases.fingerprints()).containsAllEntriesOf(before);
  }

  @Test
  void vendorsFulfilWhatIsTheirs() {
    Shopper potter = Shopper.vendor(RunningShop.api());
    Shopper weaver = Shopper.vendor(RunningShop.api());
    TestProducts jug = TestProducts.listed(potter, "8.00", "EUR", 5, null);
    TestProducts cloth = TestProducts.listed(weaver, "9.00", "EUR", 5, null);
    String order = order(Map.of(jug.id(), 1, cloth.id(), 1));
    refused(potter.send("POST", order + "/shipments", parcel(items(cloth, 1))), 403, "not-your.*");
    String shipment = ship(potter, order, null);
    assertThat(status(order)).isEqualTo("PARTIALLY_SHIPPED");
    assertThat(weaver.get(order + "/shipments").expect(200).get("items")).isEmpty();
    refused(weaver.send("POST", "shipments/" + shipment + "/deliver", null), 404, "unknown-.*");
    potter.send("POST", "shipments/" + shipment + "/deliver", null).expect(200);
    ship(weaver, order, null);
    assertThat(status(order)).isEqualTo("SHIPPED");
    Shopper stranger = Shopper.vendor(RunningShop.api());
    refused(stranger.send("POST", order + "/shipments", parcel(null)), 404, "unknown-order");

    String back = returned(order, null);
    refused(potter.send("POST", back + "/approve", null), 403, "not-your-line");
    refused(stranger.get(back), 404, "unknown-return");
    admin.send("POST", back + "/approve", null).expect(200);
    JsonNode seen = potter.send("POST", back + "/receive", null).expect(200);
    assertThat(seen.get("items").findValuesAsText("sku")).containsExactly(jug.sku());
    potter.send("POST", back + "/restock", null).expect(200);
    assertThat(stock(jug)).containsExactly(5, 0, 5);
    assertThat(ann.get(back).expect(200).get("status").asText()).isEqualTo("RECEIVED");
    weaver.send("POST", back + "/receive", null).expect(200);
    assertThat(status(order)).isEqualTo("RETURNED");
    weaver.send("POST", back + "/write-off", null).expect(200);
    assertThat(ann.get(back).expect(200).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(weaver.get("returns?status=COMPLETED").expect(200).findValuesAsText("sku"))
        .containsExactly(cloth.sku());
  }

  /** Lines stand in the order in which the goods were listed; a map alone has none. */
  private String order(Map<UUID, Object> items) {
    return "orders/"
        + ann.send("POST", "orders", Shopper.orderRequest(new TreeMap<>(items)))
            .expect(201)
            .get("id")
            .asText();
  }

  private static String unknownOrder() {
    return "orders/" + UUID.randomUUID();
  }

  private String status(String order) {
    return ann.get(order).expect(200).get("status").asText();
  }

  private static String ship(Shopper sender, String order, Map<String, Object> items) {
    return sender.send("POST", order + "/shipments", parcel(items)).expect(201).get("id").asText();
  }

  private String returned(String order, Map<String, Object> items) {
    return "returns/"
        + ann.send("POST", order + "/returns", orderRequest(items)).expect(201).get("id").asText();
  }

  private static Map<String, Object> parcel(Map<String, Object> items) {
    Map<String, Object> parcel = new HashMap<>(Map.of("carrier", "Post", "trackingNumber", "T-1"));
    parcel.putAll(items == null ? Map.of() : items);
    return parcel;
  }

  private static Map<String, Object> orderRequest(Map<String, Object> items) {
    Map<String, Object> orderRequest = new HashMap<>(Map.of("reason", "too many"));
    orderRequest.putAll(items == null ? Map.of() : items);
    return orderRequest;
  }

  /** Goods and quantities in turn. */
  private static Map<String, Object> items(Object... goodsAndQuantities) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < goodsAndQuantities.length; i += 2) {
      UUID id = ((TestProducts) goodsAndQuantities[i]).id();
      items.add(Map.of("productId", id, "quantity", goodsAndQuantities[i + 1]));
    }
    return Map.of("items", items);
  }

  private static List<Integer> stock(TestProducts testProducts) {
    JsonNode level = testProducts.level();
    return List.of(
        level.get("onHand").asInt(), level.get("reserved").asInt(), level.get("available").asInt());
  }

  private static void refused(Answer answer, int status, String code) {
    NothingChanges.refused(answer, status, code);
  }
}
