package org.orderly.tests.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A product of the shop under test, made for one test. */
public record TestProducts(UUID id, String sku) {

  /** Listed in pieces; a threshold of {@code null} warns never. */
  public static TestProducts listed(String price, String currency, long stock, Integer threshold) {
    return listed(RunningShop.admin(), price, currency, stock, threshold);
  }

  /** The same by somebody else, such as a vendor, whose it is then. */
  public static TestProducts listed(
      Shopper seller, String price, String currency, long stock, Integer threshold) {
    Map<String, Object> draft = draft(price, currency);
    draft.put("initialStock", stock);
    if (threshold != null) {
      draft.put("lowStockThreshold", threshold);
    }
    JsonNode product = seller.send("POST", "products", draft).expect(201);
    return new TestProducts(
        UUID.fromString(product.get("id").asText()), product.get("sku").asText());
  }

  public static Map<String, Object> draft(String price, String currency) {
    String sku = "T-" + UUID.randomUUID();
    Map<String, Object> draft = new HashMap<>();
    draft.put("sku", sku);
    draft.put("name", "Teapot " + sku);
    draft.put("description", "Holds tea");
    draft.put("brand", "Potter");
    draft.put("price", money(price, currency));
    draft.put("categories", List.of("Kitchen", "Tea"));
    draft.put("quantityScale", 0);
    return draft;
  }

  public static Map<String, String> money(String amount, String currency) {
    return Map.of("amount", amount, "currency", currency);
  }

  /** What the shop says about the stock. */
  public JsonNode level() {
    return RunningShop.api().get("inventory/" + id).expect(200);
  }
}
