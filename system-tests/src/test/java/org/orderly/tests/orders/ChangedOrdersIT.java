package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Orders that are called off or become others before they are shipped: stock and money follow. */
@ExtendWith(RunningShop.class)
class ChangedOrdersIT {

  private TestProducts tea;
  private TestProducts cake;
  private Shopper ann;

  @BeforeEach
  void openTheShop() {
    tea = TestProducts.listed("2.00", "EUR", 10, null);
    cake = TestProducts.listed("5.00", "EUR", 3, null);
    ann = Shopper.registered(RunningShop.api()).deposit("20.00", "EUR");
  }

  @AfterEach
  void theBooksHold() {
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void givesStockAndMoneyBackWhenItIsCancelled() {
    String order = order(Shopper.orderRequest(tea, 4));
    JsonNode cancelled = ann.post(order + "/cancel", "c1", reason()).expect(200);
    assertThat(cancelled.get("status").asText()).isEqualTo("CANCELLED");
    assertThat(balance()).isEqualTo("20.00");
    assertThat(available(tea)).isEqualTo(10);

    Answer again = ann.post(order + "/cancel", "c1", reason());
    assertThat(again.expect(200)).isEqualTo(cancelled);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    refused(ann.post(order + "/cancel", "c2", reason()), 409, "illegal-order-transition");
    refused(
        ann.post(order + "/cancel", "c1", Map.of("reason", "another")),
        422,
        "idempotency-key-reused");
    assertThat(balance()).isEqualTo("20.00");
  }

  @Test
  void tellsItsHistoryWithActorAndReason() {
    String order = order(Shopper.orderRequest(tea, 1));
    RunningShop.admin().send("POST", order + "/cancel", reason()).expect(200);
    JsonNode steps = ann.get(order + "/history").expect(200).get("items");
    assertThat(steps.findValuesAsText("event"))
        .containsExactly("OrderPlaced", "OrderConfirmed", "OrderCancelled");
    assertThat(steps.findValuesAsText("actor")).containsExactly("buyer", "buyer", "shop");
    assertThat(steps.get(2).get("from").asText()).isEqualTo("CONFIRMED");
    assertThat(steps.get(2).get("to").asText()).isEqualTo("CANCELLED");
    assertThat(steps.get(2).get("reason").asText()).isEqualTo("ordered twice");
    JsonNode first = ann.get(order + "/history?limit=2").expect(200);
    JsonNode rest =
        ann.get(order + "/history?cursor=" + first.get("nextCursor").asText()).expect(200);
    assertThat(rest.get("items")).hasSize(1);
    JsonNode seen = RunningShop.admin().get(order + "/history").expect(200).get("items");
    assertThat(seen.findValuesAsText("actor"))
        .containsExactly(
            ann.id().toString(), ann.id().toString(), RunningShop.admin().id().toString());
  }

  @Test
  void chargesOrGivesBackTheDifferenceOfAnEdit() {
    String order = order(Shopper.orderRequest(tea, 4));
    JsonNode more = edit(order, items(tea, 5, cake, 1)).expect(200);
    assertThat(more.get("total").get("amount").asText()).isEqualTo("15.00");
    assertThat(more.get("items")).hasSize(2);
    assertThat(balance()).isEqualTo("5.00");
    assertThat(List.of(available(tea), available(cake))).containsExactly(5, 2);

    JsonNode less = edit(order, items(cake, 1)).expect(200);
    assertThat(less.get("total").get("amount").asText()).isEqualTo("5.00");
    assertThat(balance()).isEqualTo("15.00");
    assertThat(List.of(available(tea), available(cake))).containsExactly(10, 2);
    assertThat(ann.get(order).expect(200)).isEqualTo(less);

    ann.send("POST", order + "/cancel", reason()).expect(200);
    assertThat(balance()).isEqualTo("20.00");
    assertThat(available(cake)).isEqualTo(3);
  }

  @Test
  void takesTheDifferenceFromACardThatIsGiven() {
    String order = order(Shopper.orderRequest(tea, 1));
    Map<String, Object> more = new HashMap<>(items(tea, 2));
    more.put("payment", Map.of("method", "card", "token", "tok_decline"));
    refused(edit(order, more), 422, "card-declined");
    more.put("payment", Map.of("method", "card", "token", "tok_ok"));
    assertThat(edit(order, more).expect(200).get("total").get("amount").asText()).isEqualTo("4.00");
    assertThat(balance()).isEqualTo("18.00");
    JsonNode payments =
        Eventually.see(
            "the card's money",
            () -> ann.get(order + "/payments").expect(200).get("items"),
            found -> found.findValuesAsText("status").equals(List.of("CAPTURED", "CAPTURED")));
    assertThat(payments.findValuesAsText("method")).containsExactly("WALLET", "CARD");
    assertThat(payments.get(1).get("captured").get("amount").asText()).isEqualTo("2.00");
  }

  @Test
  void changesNothingWhenAnEditIsNotCovered() {
    String order = order(Shopper.orderRequest(tea, 4));
    JsonNode before = ann.get(order).expect(200);
    refused(edit(order, items(cake, 4)), 409, "insufficient-stock");
    refused(edit(order, items(tea, 10, cake, 3)), 409, "insufficient-funds");
    Map<String, Object> expecting = new HashMap<>(items(cake, 1));
    expecting.put("expectedTotal", TestProducts.money("4.99", "EUR"));
    Answer drifted = edit(order, expecting);
    refused(drifted, 409, "total-changed");
    assertThat(drifted.body().get("quote").get("total").get("amount").asText()).isEqualTo("5.00");
    Shopper bob = Shopper.registered(RunningShop.api());
    refused(bob.send("PATCH", order, items(cake, 1)), 404, "unknown-order");
    refused(bob.send("POST", order + "/cancel", reason()), 404, "unknown-order");
    assertThat(ann.get(order).expect(200)).isEqualTo(before);
    assertThat(balance()).isEqualTo("12.00");
    assertThat(List.of(available(tea), available(cake))).containsExactly(6, 3);
  }

  @Test
  void quotesWhatAnOrderWouldCostAndRefusesAnotherPrice() {
    JsonNode quote =
        RunningShop.api()
            .send(
                Api.json(
                    RunningShop.api().request("checkout/quote"),
                    "POST",
                    Api.text(items(tea, 2, cake, 4))))
            .expect(200);
    assertThat(quote.get("total")).hasToString("{\"amount\":\"24.00\",\"currency\":\"EUR\"}");
    assertThat(quote.get("available").asBoolean()).isFalse();
    assertThat(quote.get("items").findValuesAsText("available")).containsExactly("true", "false");
    assertThat(quote.get("items").get(1).get("inStock").asInt()).isEqualTo(3);

    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 2));
    orderRequest.put("expectedTotal", TestProducts.money("4.01", "EUR"));
    Answer drifted = ann.send("POST", "orders", orderRequest);
    refused(drifted, 409, "total-changed");
    orderRequest.put("expectedTotal", drifted.body().get("quote").get("total"));
    ann.send("POST", "orders", orderRequest).expect(201);
  }

  private String order(Map<String, Object> orderRequest) {
    return "orders/" + ann.send("POST", "orders", orderRequest).expect(201).get("id").asText();
  }

  private Answer edit(String order, Map<String, Object> items) {
    return ann.send("PATCH", order, items);
  }

  private static Map<String, Object> items(TestProducts testProducts, int quantity) {
    return Map.of("items", List.of(item(testProducts, quantity)));
  }

  private static Map<String, Object> items(
      TestProducts one, int ofOne, TestProducts two, int ofTwo) {
    return Map.of("items", List.of(item(one, ofOne), item(two, ofTwo)));
  }

  private static Map<String, Object> item(TestProducts testProducts, int quantity) {
    return Map.of("productId", testProducts.id(), "quantity", quantity);
  }

  private static Map<String, Object> reason() {
    return Map.of("reason", "ordered twice");
  }

  private String balance() {
    JsonNode balances = ann.get("balance?currency=EUR").expect(200).get("balances");
    return balances.get(0).get("amount").asText();
  }

  private static int available(TestProducts testProducts) {
    return testProducts.level().get("available").asInt();
  }
}
