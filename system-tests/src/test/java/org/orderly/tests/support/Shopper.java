package org.orderly.tests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.support.Api.Answer;

/**
 * Somebody who is signed in.
 *
 * @param since when the token was given; it lasts 15 minutes
 */
public record Shopper(Api api, UUID id, String email, String token, Instant since) {

  public static final String PASSWORD = "correct horse battery staple";
  private static final Duration FRESH = Duration.ofMinutes(10);
  public static final Map<String, Object> HOME =
      Map.of(
          "name", "Ann Shopper",
          "street", "1 High Street",
          "city", "Leeds",
          "state", "",
          "postalCode", "LS1 1AA",
          "country", "GB");

  public static Shopper registered(Api api) {
    String email = "shopper-" + UUID.randomUUID() + "@example.org";
    Map<String, Object> person =
        Map.of("email", email, "password", PASSWORD, "name", "Ann Shopper", "acceptTerms", true);
    api.send(Api.json(api.request("auth/register"), "POST", Api.text(person))).expect(201);
    return signedIn(api, email, PASSWORD);
  }

  /** Somebody whom the admin made a vendor. */
  public static Shopper vendor(Api api) {
    Shopper person = registered(api);
    Map<String, Object> roles = Map.of("roles", List.of("customer", "vendor"));
    RunningShop.admin().send("PUT", "users/" + person.id() + "/roles", roles).expect(200);
    return signedIn(api, person.email(), PASSWORD);
  }

  public static Shopper signedIn(Api api, String email, String password) {
    Map<String, String> credentials = Map.of("email", email, "password", password);
    JsonNode tokens =
        api.send(Api.json(api.request("auth/login"), "POST", Api.text(credentials))).expect(200);
    String token = tokens.get("accessToken").asText();
    JsonNode me = api.send(authorized(api.request("users/me"), token).GET()).expect(200);
    return new Shopper(api, UUID.fromString(me.get("id").asText()), email, token, Instant.now());
  }

  /** The same person with some other token. */
  public Shopper with(String otherToken) {
    return new Shopper(api, id, email, otherToken, since);
  }

  /** The same person, who asks another instance. */
  public Shopper at(Api instance) {
    return new Shopper(instance, id, email, token, since);
  }

  public boolean isOld() {
    return Duration.between(since, Instant.now()).compareTo(FRESH) > 0;
  }

  public Answer get(String path) {
    return api.send(request(path).GET());
  }

  public Answer send(String method, String path, Object body) {
    return api.send(Api.json(request(path), method, Api.text(body)));
  }

  public Answer post(String path, String idempotencyKey, Object body) {
    return api.send(
        Api.json(request(path).header("Idempotency-Key", idempotencyKey), "POST", Api.text(body)));
  }

  public HttpRequest.Builder request(String path) {
    return authorized(api.request(path), token);
  }

  public Shopper deposit(String amount, String currency) {
    send("POST", "balance/deposit", Map.of("amount", TestProducts.money(amount, currency)))
        .expect(201);
    return this;
  }

  /** The request for one product, as a body for {@code POST /orders}. */
  public static Map<String, Object> orderRequest(TestProducts testProducts, Object quantity) {
    return orderRequest(Map.of(testProducts.id(), quantity));
  }

  public static Map<String, Object> orderRequest(Map<UUID, Object> items) {
    List<Map<String, Object>> list = new ArrayList<>();
    items.forEach((id, quantity) -> list.add(Map.of("productId", id, "quantity", quantity)));
    Map<String, Object> orderRequest = new HashMap<>(cartOrderRequest());
    orderRequest.put("items", list);
    return orderRequest;
  }

  public static Map<String, Object> cartOrderRequest() {
    return Map.of("shippingAddress", HOME, "payment", Map.of("method", "wallet"));
  }

  private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }
}
