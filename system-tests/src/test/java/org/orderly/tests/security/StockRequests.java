package org.orderly.tests.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.TestProducts;

/** What the routes about stock are called with: the first vendor's product. */
record StockRequests(TestProducts product) {

  private static final List<String> PATHS =
      List.of("", "/adjustments", "/movements", "/threshold", "/back-in-stock", "/locations");

  void add(Map<String, Supplier<String>> things, Map<String, Supplier<Object>> bodies) {
    String id = product.id().toString();
    for (String path : PATHS) {
      things.put("/api/v1/inventory/{productId}" + path, () -> id);
    }
    String code = location();
    things.put("/api/v1/inventory/locations/{code}", () -> code);
    things.put("DELETE /api/v1/inventory/locations/{code}", StockRequests::location);
    things.put("/api/v1/inventory/transfers/{id}", () -> transfer(id, code));
    for (String end : List.of("/receive", "/cancel")) {
      things.put("/api/v1/inventory/transfers/{id}" + end, () -> transfer(id, code));
    }
    Map<String, Object> change = Map.of("quantity", 1, "reason", "found");
    bodies.put("POST /api/v1/inventory/{productId}/adjustments", () -> change);
    bodies.put("PUT /api/v1/inventory/{productId}/threshold", () -> Map.of("lowStockThreshold", 1));
    bodies.put(
        "POST /api/v1/inventory/adjustments",
        () -> Map.of("items", List.of(Map.of("productId", id, "quantity", 1, "reason", "found"))));
    bodies.put(
        "POST /api/v1/inventory/stock-takes",
        () ->
            Map.of("items", List.of(Map.of("productId", id, "counted", 100)), "reason", "counted"));
  }

  private static String location() {
    Map<String, Object> location =
        Map.of("code", "l-" + UUID.randomUUID().toString().substring(0, 8), "name", "Depot");
    return RunningShop.admin()
        .send("POST", "inventory/locations", location)
        .expect(201)
        .get("code")
        .asText();
  }

  private static String transfer(String product, String location) {
    Map<String, Object> goods =
        Map.of(
            "from",
            "main",
            "to",
            location,
            "items",
            List.of(Map.of("productId", product, "quantity", 1)),
            "reason",
            "tried");
    return RunningShop.admin()
        .send("POST", "inventory/transfers", goods)
        .expect(201)
        .get("id")
        .asText();
  }
}
