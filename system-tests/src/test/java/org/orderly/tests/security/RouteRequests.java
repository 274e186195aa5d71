package org.orderly.tests.security;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/**
 * What is sent to each route: things of the first customer and the first vendor, and bodies that
 * are good where the thing itself decides who may. Everywhere else the body is empty, so that
 * whoever is let in changes nothing.
 */
public final class RouteRequests {

  private static final Map<String, Object> EMPTY = Map.of();

  private final Actors actors;
  private final TestProducts testProducts;
  private final Map<String, Supplier<String>> things = new HashMap<>();
  private final Map<String, Supplier<Object>> bodies = new HashMap<>();
  private final Map<String, String> queries =
      Map.of("DELETE /api/v1/auth/sessions", "?keepCurrent=true");

  public RouteRequests(Actors actors) {
    this.actors = actors;
    this.testProducts = TestProducts.listed(actors.vendor, "2.00", "EUR", 1_000, null);
    things();
    bodies();
    goodsOnTheirWay();
  }

  /** The address with things in place of its parameters, and the body to send. */
  record Request(String path, Object body) {}

  Request of(String route) {
    String method = route.substring(0, route.indexOf(' '));
    String path = path(route);
    boolean sends = !method.equals("GET") && !method.equals("DELETE");
    Object body = bodies.getOrDefault(route, () -> sends ? EMPTY : null).get();
    return new Request(path + queries.getOrDefault(route, ""), body);
  }

  /** The address with things in place of its parameters. */
  public String path(String route) {
    String path = route.substring(route.indexOf(' ') + 1);
    if (path.contains("{")) {
      for (String part : thing(route, path).split("/")) {
        path = path.replaceFirst("\\{[A-Za-z]+}", part);
      }
    }
    return path;
  }

  private String thing(String route, String path) {
    Supplier<String> found = things.getOrDefault(route, things.get(path));
    if (found == null) {
      throw new AssertionError("RouteRequests knows nothing to put into " + route);
    }
    return found.get();
  }

  /** By path, or by route where each try needs a thing of its own, since it may end it. */
  private void things() {
    String order = anotherOrder();
    things.put("/api/v1/orders/{id}", () -> order);
    things.put("/api/v1/orders/{id}/history", () -> order);
    things.put("/api/v1/orders/{id}/adopt", () -> order);
    things.put("/api/v1/orders/{id}/cancel", this::anotherOrder);
    things.put("/api/v1/orders/{id}/invoice", () -> order);
    things.put("/api/v1/orders/{id}/packing-slip", () -> order);
    things.put("/api/v1/orders/{id}/stream", () -> order);
    things.put("/api/v1/orders/{id}/payments", () -> order);
    things.put("/api/v1/orders/{id}/refunds", () -> order);
    things.put("/api/v1/admin/payments/{id}/paid", () -> payment(order));
    things.put("/api/v1/admin/payments/{id}/retry", () -> payment(order));
    things.put("/api/v1/vendor/orders/{id}", () -> order);
    books();
    things.put("/api/v1/products/{id}", () -> testProducts.id().toString());
    things.put("DELETE /api/v1/products/{id}", this::moreGoods);
    things.put("/api/v1/products/by-sku/{sku}", testProducts::sku);
    String category = category();
    things.put("/api/v1/categories/{id}", () -> category);
    things.put("DELETE /api/v1/categories/{id}", RouteRequests::category);
    new StockRequests(testProducts).add(things, bodies);
    things.put("/api/v1/cart/items/{productId}", () -> testProducts.id().toString());
    things.put("/api/v1/pictures/{sku}.svg", testProducts::sku);
    things.put("/api/v1/users/{id}", actors.customer.id()::toString);
    things.put("/api/v1/users/{id}/roles", actors.customer.id()::toString);
    things.put("/api/v1/admin/users/{id}/unlock", actors.customer.id()::toString);
    things.put("/api/v1/admin/users/{id}/export", actors.customer.id()::toString);
    things.put("/api/v1/admin/users/{id}/invoice-permission", actors.customer.id()::toString);
    things.put("/api/v1/admin/users/{id}", RouteRequests::somebody);
    things.put("/api/v1/auth/sessions/{id}", this::session);
    things.put("/api/v1/users/me/addresses/{id}", this::address);
    things.put("/api/v1/admin/clients/{id}", RouteRequests::program);
    webhookThings();
    things.put("/api/v1/auth/oidc/{provider}/login", () -> "nobody");
    things.put("/api/v1/auth/oidc/{provider}/callback", () -> "nobody");
    things.put("/api/v1/payments/webhooks/{gateway}", () -> "sandbox");
  }

  /** An order of which the vendor has shipped something and the buyer wants to return some. */
  private void goodsOnTheirWay() {
    String order =
        actors
            .customer
            .send("POST", "orders", Shopper.orderRequest(testProducts, 5))
            .expect(201)
            .get("id")
            .asText();
    String path = "/api/v1/orders/" + order;
    Map<String, Object> parcel =
        Map.of(
            "carrier",
            "Post",
            "items",
            List.of(Map.of("productId", testProducts.id(), "quantity", 3)));
    String shipment =
        actors.vendor.send("POST", path + "/shipments", parcel).expect(201).get("id").asText();
    Map<String, Object> orderRequest =
        Map.of(
            "reason",
            "too many",
            "items",
            List.of(Map.of("productId", testProducts.id(), "quantity", 1)));
    String back =
        actors
            .customer
            .send("POST", path + "/returns", orderRequest)
            .expect(201)
            .get("id")
            .asText();
    for (String route : List.of("process", "shipments", "returns")) {
      things.put("/api/v1/orders/{id}/" + route, () -> order);
    }
    things.put("/api/v1/shipments/{id}", () -> shipment);
    things.put("/api/v1/shipments/{id}/deliver", () -> shipment);
    things.put("/api/v1/returns/{id}", () -> back);
    for (String step : List.of("approve", "refuse", "receive", "restock", "write-off")) {
      things.put("/api/v1/returns/{id}/" + step, () -> back);
    }
    bodies.put("POST /api/v1/orders/{id}/shipments", () -> Map.of("carrier", "Post"));
    bodies.put("POST /api/v1/orders/{id}/returns", () -> Map.of("reason", "too many"));
    bodies.put("POST /api/v1/returns/{id}/refuse", () -> Map.of("reason", "worn"));
  }

  /** The customer's deposit, and where it is in the ledger. */
  private void books() {
    Map<String, Object> orderRequest = Map.of("amount", TestProducts.money("1.00", "EUR"));
    String transfer =
        actors
            .customer
            .send("POST", "balance/deposit", orderRequest)
            .expect(201)
            .get("id")
            .asText();
    things.put("/api/v1/balance/transfers/{id}", () -> transfer);
    JsonNode entry =
        RunningShop.admin()
            .get("admin/ledger/transactions?kind=deposit&reference=" + transfer)
            .expect(200)
            .at("/items/0");
    String account = entry.at("/postings/0/destination/account").asText();
    things.put("/api/v1/admin/ledger/accounts/{id}", () -> account);
    things.put("/api/v1/admin/ledger/accounts/{id}/postings", () -> account);
    things.put("/api/v1/admin/ledger/transactions/{id}", entry.get("id")::asText);
    things.put("/api/v1/admin/ledger/transactions/{id}/reverse", entry.get("id")::asText);
  }

  private void bodies() {
    bodies.put("PUT /api/v1/products/{id}", this::draft);
    bodies.put("PUT /api/v1/users/me/addresses/{id}", () -> Shopper.HOME);
    bodies.put(
        "PATCH /api/v1/orders/{id}",
        () -> Map.of("items", List.of(Map.of("productId", testProducts.id(), "quantity", 1))));
    bodies.put("POST /api/v1/orders/{id}/cancel", () -> Map.of("reason", "tried"));
    bodies.put("POST /api/v1/orders/{id}/adopt", () -> Map.of("token", "guessed"));
    bodies.put(
        "POST /api/v1/checkout/quote",
        () -> Map.of("items", List.of(Map.of("productId", testProducts.id(), "quantity", 1))));
    bodies.put("DELETE /api/v1/auth/2fa", () -> EMPTY);
    bodies.put("DELETE /api/v1/users/me", () -> EMPTY);
  }

  private String anotherOrder() {
    return actors
        .customer
        .send("POST", "orders", Shopper.orderRequest(testProducts, 1))
        .expect(201)
        .get("id")
        .asText();
  }

  private static String category() {
    Map<String, Object> orderRequest = Map.of("name", "Route " + UUID.randomUUID());
    return RunningShop.admin()
        .send("POST", "categories", orderRequest)
        .expect(201)
        .get("id")
        .asText();
  }

  private String moreGoods() {
    return TestProducts.listed(actors.vendor, "2.00", "EUR", 0, null).id().toString();
  }

  private String payment(String order) {
    JsonNode payments = actors.customer.get("orders/" + order + "/payments").expect(200);
    return payments.get("items").get(0).get("id").asText();
  }

  /** One of the customer's, whose book has room for few. */
  private String address() {
    JsonNode kept = actors.customer.get("users/me/addresses").expect(200).get("items");
    if (!kept.isEmpty()) {
      return kept.get(0).get("id").asText();
    }
    return actors
        .customer
        .send("POST", "users/me/addresses", Shopper.HOME)
        .expect(201)
        .get("id")
        .asText();
  }

  /** One of the customer's sessions that nobody here uses. */
  private String session() {
    for (JsonNode session : actors.customer.get("auth/sessions").expect(200).get("items")) {
      if (!session.get("current").asBoolean()) {
        return session.get("id").asText();
      }
    }
    Shopper.signedIn(RunningShop.api(), actors.customer.email(), Shopper.PASSWORD);
    return session();
  }

  private Object draft() {
    Map<String, Object> draft = TestProducts.draft("2.00", "EUR");
    draft.put("sku", testProducts.sku());
    return draft;
  }

  private void webhookThings() {
    String path = "/api/v1/admin/webhooks/{id}";
    String webhook = webhook();
    String delivery =
        RunningShop.admin()
            .send("POST", "admin/webhooks/" + webhook + "/ping", null)
            .expect(202)
            .get("id")
            .asText();
    for (String more : List.of("", "/pause", "/resume", "/rotate-secret", "/ping", "/deliveries")) {
      things.put(path + more, () -> webhook);
    }
    things.put("DELETE " + path, RouteRequests::webhook);
    things.put(path + "/deliveries/{deliveryId}", () -> webhook + "/" + delivery);
    things.put(path + "/deliveries/{deliveryId}/replay", () -> webhook + "/" + delivery);
  }

  private static String somebody() {
    return Shopper.registered(RunningShop.api()).id().toString();
  }

  private static String program() {
    Map<String, Object> orderRequest = Map.of("name", "Robot", "scopes", List.of("orders:read"));
    return RunningShop.admin()
        .send("POST", "admin/clients", orderRequest)
        .expect(201)
        .get("clientId")
        .asText();
  }

  private static String webhook() {
    Map<String, Object> orderRequest =
        Map.of("url", "https://hooks.example.org/", "events", List.of("StockRunningLow"));
    return RunningShop.admin()
        .send("POST", "admin/webhooks", orderRequest)
        .expect(201)
        .get("id")
        .asText();
  }
}
