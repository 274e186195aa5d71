package org.orderly.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.Api.Answer;

/** Orders of people without an account: seen by their token, adopted by an account later. */
@ExtendWith(RunningShop.class)
class GuestOrdersIT {

  private final Api api = RunningShop.api();
  private final String email = "guest-" + UUID.randomUUID() + "@example.org";

  @Test
  void placesAnOrderThatItsTokenShowsAndAnAccountAdopts() {
    Goods tea = Goods.listed("2.00", "EUR", 10, null);
    Answer placed = post("guest/orders", "g1", wish(tea, "invoice"));
    JsonNode order = placed.expect(201);
    String token = placed.header("Order-Token");
    String path = "guest/orders/" + order.get("id").asText();
    assertThat(order.get("status").asText()).isEqualTo("PLACED");

    Answer again = post("guest/orders", "g1", wish(tea, "invoice"));
    assertThat(again.expect(201)).isEqualTo(order);
    assertThat(again.header("Order-Token")).isEqualTo(token);

    assertThat(show(path, token).expect(200)).isEqualTo(order);
    assertThat(api.get(path + "?token=" + token).expect(200)).isEqualTo(order);
    refused(api.get(path), 404, "unknown-order");
    refused(show(path, token.substring(1) + "A"), 404, "unknown-order");

    Shopper ann = Shopper.registered(api);
    String adopt = "orders/" + order.get("id").asText() + "/adopt";
    refused(ann.send("POST", adopt, Map.of("token", "guessed")), 404, "unknown-order");
    ann.send("POST", adopt, Map.of("token", token)).expect(200);
    ann.send("POST", adopt, Map.of("token", token)).expect(200);
    ann.get("orders/" + order.get("id").asText()).expect(200);
    refused(show(path, token), 404, "unknown-order");
    Shopper bob = Shopper.registered(api);
    refused(bob.send("POST", adopt, Map.of("token", token)), 404, "unknown-order");
    OrderLifecycleIT.assertThatTheBooksHold();
  }

  @Test
  void isCalledOffByWhoeverHasTheToken() {
    Goods tea = Goods.listed("2.00", "EUR", 10, null);
    Answer placed = post("guest/orders", "g1", wish(tea, "invoice"));
    String path = "guest/orders/" + placed.expect(201).get("id").asText() + "/cancel";
    Map<String, Object> reason = Map.of("reason", "changed my mind");
    refused(post(path, "c1", reason), 404, "unknown-order");
    Answer cancelled =
        api.send(
            Api.json(api.request(path), "POST", Api.text(reason))
                .header("Order-Token", placed.header("Order-Token")));
    assertThat(cancelled.expect(200).get("status").asText()).isEqualTo("CANCELLED");
    assertThat(tea.level().get("reserved").asInt()).isZero();
    OrderLifecycleIT.assertThatTheBooksHold();
  }

  @Test
  void refusesWhatOnlyAnAccountCanPay() {
    Goods tea = Goods.listed("2.00", "EUR", 10, null);
    refused(post("guest/orders", "g1", wish(tea, "wallet")), 400, "invalid-.*");
    Map<String, Object> nobody = new HashMap<>(wish(tea, "invoice"));
    nobody.put("email", "nobody");
    refused(post("guest/orders", "g1", nobody), 400, "invalid-.*");
    assertThat(tea.level().get("reserved").asInt()).isZero();
  }

  private Map<String, Object> wish(Goods goods, String method) {
    return Map.of(
        "email",
        email,
        "items",
        List.of(Map.of("productId", goods.id(), "quantity", 2)),
        "shippingAddress",
        Shopper.HOME,
        "payment",
        Map.of("method", method));
  }

  private Answer post(String path, String key, Object body) {
    return api.send(
        Api.json(api.request(path).header("Idempotency-Key", key), "POST", Api.text(body)));
  }

  private Answer show(String path, String token) {
    return api.send(api.request(path).header("Order-Token", token).GET());
  }
}
