package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Orders of people without an account: seen by their token, adopted by an account later. */
@ExtendWith(RunningShop.class)
class GuestOrdersIT {

  private final Api api = RunningShop.api();
  private final String email = "guest-" + UUID.randomUUID() + "@example.org";

  @Test
  void placesAnOrderThatItsTokenShowsAndAnAccountAdopts() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed = post("guest/orders", "g1", orderRequest(tea, "invoice"));
    JsonNode order = placed.expect(201);
    String token = placed.header("Order-Token");
    String path = "orders/" + order.get("id").asText();
    assertThat(placed.header("Location")).endsWith("/api/v1/" + path);
    assertThat(order.get("status").asText()).isEqualTo("PLACED");

    Answer again = post("guest/orders", "g1", orderRequest(tea, "invoice"));
    assertThat(again.expect(201)).isEqualTo(order);
    assertThat(again.header("Order-Token")).isEqualTo(token);

    assertThat(show(path, token).expect(200)).isEqualTo(order);
    assertThat(api.get(path + "?token=" + token).expect(200)).isEqualTo(order);
    refused(api.get(path), 401, "unauthenticated");
    refused(show(path, token.substring(1) + "A"), 404, "unknown-order");
    refused(api.get(path + "?token=guessed"), 404, "unknown-order");
    refused(show("orders/" + UUID.randomUUID(), token), 404, "unknown-order");
    refused(show("orders/42", token), 404, "not-found");

    Shopper ann = Shopper.registered(api);
    String adopt = "orders/" + order.get("id").asText() + "/adopt";
    refused(ann.send("POST", adopt, Map.of("token", "guessed")), 404, "unknown-order");
    ann.send("POST", adopt, Map.of("token", token)).expect(200);
    ann.send("POST", adopt, Map.of("token", token)).expect(200);
    ann.get("orders/" + order.get("id").asText()).expect(200);
    refused(show(path, token), 404, "unknown-order");
    Shopper bob = Shopper.registered(api);
    refused(bob.send("POST", adopt, Map.of("token", token)), 404, "unknown-order");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void isCalledOffByWhoeverHasTheToken() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed = post("guest/orders", "g1", orderRequest(tea, "invoice"));
    String order = "orders/" + placed.expect(201).get("id").asText();
    String path = order + "/cancel";
    String token = placed.header("Order-Token");
    Map<String, Object> reason = Map.of("reason", "changed my mind");
    refused(post(path, "c1", reason), 401, "unauthenticated");
    Answer cancelled = openedBy(token, path, "c1", reason);
    assertThat(cancelled.expect(200).get("status").asText()).isEqualTo("CANCELLED");
    assertThat(openedBy(token, path, "c1", reason).expect(200)).isEqualTo(cancelled.body());
    assertThat(show(order + "/history", token).expect(200).get("items").findValuesAsText("actor"))
        .containsExactly("buyer", "buyer");
    assertThat(tea.level().get("reserved").asInt()).isZero();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void showsAllThatABuyerWouldSeeToWhoeverHasTheToken() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed =
        post("guest/orders", "g1", orderRequest(tea, Map.of("method", "card", "token", "tok_ok")));
    String id = placed.expect(201).get("id").asText();
    String path = "orders/" + id + "/";
    String token = placed.header("Order-Token");

    JsonNode history = show(path + "history", token).expect(200).get("items");
    assertThat(history.findValuesAsText("event")).contains("OrderPlaced", "OrderConfirmed");
    JsonNode payments = show(path + "payments", token).expect(200).get("items");
    assertThat(payments.findValuesAsText("method")).containsExactly("CARD");
    Answer invoice = show(path + "invoice", token);
    invoice.expect(200);
    assertThat(invoice.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(api.get(path + "invoice?token=" + token).header("Content-Disposition"))
        .isEqualTo(invoice.header("Content-Disposition"));
    for (String part :
        List.of("history", "payments", "shipments", "invoice", "returns", "stream")) {
      refused(api.get(path + part), 401, "unauthenticated");
      refused(show(path + part, token.substring(1) + "A"), 404, "unknown-order");
    }

    Shopper ann = Shopper.registered(api);
    ann.send("POST", "orders/" + id + "/adopt", Map.of("token", token)).expect(200);
    for (String part :
        List.of("history", "payments", "shipments", "invoice", "returns", "stream")) {
      refused(show(path + part, token), 404, "unknown-order");
    }
  }

  @Test
  void tellsAGuestWhatHappensUntilAnAccountHasTheOrder() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed = post("guest/orders", "g1", orderRequest(tea, "invoice"));
    String id = placed.expect(201).get("id").asText();
    String token = placed.header("Order-Token");
    String path = "orders/" + id;
    assertThat(heard(path, token)).contains("event: OrderPlaced");

    Shopper ann = Shopper.registered(api);
    CompletableFuture<String> listening =
        CompletableFuture.supplyAsync(() -> heard(path, token), Thread::startVirtualThread);
    ann.send("POST", "orders/" + id + "/adopt", Map.of("token", token)).expect(200);
    ann.send("POST", "orders/" + id + "/cancel", Map.of("reason", "secret")).expect(200);
    assertThat(listening.join()).doesNotContain("OrderAdopted", "secret");
  }

  @Test
  void asksToSendGoodsBackOnceTheyHaveArrived() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed =
        post("guest/orders", "g1", orderRequest(tea, Map.of("method", "card", "token", "tok_ok")));
    String id = placed.expect(201).get("id").asText();
    String token = placed.header("Order-Token");
    String path = "orders/" + id + "/returns";
    Map<String, Object> reason = Map.of("reason", "too green");
    refused(openedBy(token, path, "r1", reason), 409, "nothing-remaining");

    Shopper admin = RunningShop.admin();
    String shipment =
        admin
            .send("POST", "orders/" + id + "/shipments", Map.of("carrier", "Post"))
            .expect(201)
            .get("id")
            .asText();
    admin.send("POST", "shipments/" + shipment + "/deliver", null).expect(200);
    assertThat(show("orders/" + id + "/shipments", token).expect(200).get("items")).hasSize(1);

    refused(post(path, "r1", reason), 401, "unauthenticated");
    refused(openedBy(token + "A", path, "r1", reason), 404, "unknown-order");
    Answer asked = openedBy(token, path, "r1", reason);
    assertThat(asked.expect(201).get("status").asText()).isEqualTo("REQUESTED");
    assertThat(asked.header("Location")).endsWith("/api/v1/" + path);
    assertThat(openedBy(token, path, "r1", reason).expect(201)).isEqualTo(asked.body());
    refused(openedBy(token, path, "r2", reason), 409, "nothing-remaining");
    assertThat(show(path, token).expect(200).get("items")).containsExactly(asked.body());
    admin.send("POST", "returns/" + asked.body().get("id").asText() + "/approve", null).expect(200);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void opensWithItsTokenNoOtherOrderAndNothingThatTheShopDoes() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 100, null);
    String token = post("guest/orders", "g1", orderRequest(tea, "invoice")).header("Order-Token");
    Answer another = post("guest/orders", "g2", orderRequest(tea, "invoice"));
    String id = another.expect(201).get("id").asText();
    for (String part : List.of("", "/history", "/payments", "/shipments", "/invoice", "/stream")) {
      refused(show("orders/" + id + part, token), 404, "unknown-order");
    }
    String own = another.header("Order-Token");
    refused(show("orders/" + id + "/refunds", own), 401, "unauthenticated");
    refused(show("orders/" + id + "/packing-slip", own), 401, "unauthenticated");
    refused(show("orders", own), 401, "unauthenticated");
    refused(openedBy(own, "orders/" + id + "/process", "p1", Map.of()), 401, "unauthenticated");
  }

  @Test
  void refusesABearerTokenBesideAnOrderToken() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed = post("guest/orders", "g1", orderRequest(tea, "invoice"));
    String path = "orders/" + placed.expect(201).get("id").asText();
    String token = placed.header("Order-Token");
    for (Shopper caller : List.of(Shopper.registered(api), RunningShop.admin())) {
      String bearer = "Bearer " + caller.token();
      Answer both =
          api.send(
              api.request(path).header("Authorization", bearer).header("Order-Token", token).GET());
      refused(both, 400, "two-authentications");
      refused(
          api.send(api.request(path + "?token=" + token).header("Authorization", bearer).GET()),
          400,
          "two-authentications");
    }
  }

  @Test
  void findsOrdersWhereGuestsFoundThemBefore() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Answer placed =
        post("guest/orders", "g1", orderRequest(tea, Map.of("method", "card", "token", "tok_ok")));
    String id = placed.expect(201).get("id").asText();
    String token = placed.header("Order-Token");
    String former = "guest/orders/" + id;
    assertThat(show(former, token).expect(200)).isEqualTo(placed.body());
    assertThat(api.get(former + "?token=" + token).expect(200)).isEqualTo(placed.body());
    for (String part : List.of("/history", "/payments", "/shipments", "/returns")) {
      assertThat(show(former + part, token).expect(200))
          .isEqualTo(show("orders/" + id + part, token).expect(200));
    }
    show(former + "/invoice", token).expect(200);
    refused(show(former, token + "A"), 404, "unknown-order");
    Map<String, Object> reason = Map.of("reason", "changed my mind");
    openedBy(token, former + "/cancel", "c1", reason).expect(200);
    assertThat(heard(former, token)).contains("event: OrderCancelled");
  }

  @Test
  void refusesWhatOnlyAnAccountCanPay() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    refused(post("guest/orders", "g1", orderRequest(tea, "wallet")), 400, "invalid-.*");
    Map<String, Object> nobody = new HashMap<>(orderRequest(tea, "invoice"));
    nobody.put("email", "nobody");
    refused(post("guest/orders", "g1", nobody), 400, "invalid-.*");
    assertThat(tea.level().get("reserved").asInt()).isZero();
  }

  private Map<String, Object> orderRequest(TestProducts testProducts, String method) {
    return orderRequest(testProducts, Map.of("method", method));
  }

  private Map<String, Object> orderRequest(TestProducts testProducts, Map<String, String> payment) {
    return Map.of(
        "email",
        email,
        "items",
        List.of(Map.of("productId", testProducts.id(), "quantity", 2)),
        "shippingAddress",
        Shopper.HOME,
        "payment",
        payment);
  }

  private Answer post(String path, String key, Object body) {
    return api.send(
        Api.json(api.request(path).header("Idempotency-Key", key), "POST", Api.text(body)));
  }

  private Answer show(String path, String token) {
    return api.send(api.request(path).header("Order-Token", token).GET());
  }

  private Answer openedBy(String token, String path, String key, Object body) {
    return api.send(
        Api.json(
            api.request(path).header("Idempotency-Key", key).header("Order-Token", token),
            "POST",
            Api.text(body)));
  }

  /** All that a listener is sent until the line ends, which it does after some seconds anyway. */
  private String heard(String order, String token) {
    HttpRequest request = api.request(order + "/stream").header("Order-Token", token).GET().build();
    return HttpClient.newHttpClient()
        .sendAsync(request, BodyHandlers.ofString())
        .thenApply(HttpResponse::body)
        .join();
  }
}
