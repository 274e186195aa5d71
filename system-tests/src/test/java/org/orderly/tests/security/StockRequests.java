package org.orderly.tests.security;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.orderly.tests.support.TestProducts;

/** What the routes about stock are called with: the first vendor's product. */
record StockRequests(TestProducts product) {

  void add(Map<String, Supplier<String>> things, Map<String, Supplier<Object>> bodies) {
    String id = product.id().toString();
    for (String path : List.of("", "/adjustments", "/movements", "/threshold", "/back-in-stock")) {
      things.put("/api/v1/inventory/{productId}" + path, () -> id);
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
}
