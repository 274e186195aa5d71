package org.orderly.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.load.ShopClient;
import org.orderly.tests.load.WorkerPool;

/** Fills a shop with products of which there is plenty. */
final class BenchProducts {

  static final String CURRENCY = "EUR";
  private static final int PRODUCTS = 1_000;
  private static final int BATCH = 100;
  private static final int AT_ONCE = 2;
  private static final long PLENTY = 1_000_000_000;

  private BenchProducts() {}

  /** Lists a thousand products; the hot one is the first. */
  static List<UUID> list(ShopClient shop, String admin) {
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (int from = 0; from < PRODUCTS; from += BATCH) {
      batches.add(batch(from));
    }
    new WorkerPool(AT_ONCE)
        .work(batches, batch -> shop.post("products/batch", admin, null, Map.of("items", batch)));
    List<UUID> found = new ArrayList<>();
    String cursor = null;
    do {
      String path = "products?category=Bench&limit=" + BATCH;
      JsonNode page = shop.get(cursor == null ? path : path + "&cursor=" + cursor, null);
      page.get("items").forEach(item -> found.add(UUID.fromString(item.get("id").asText())));
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
    if (found.size() != PRODUCTS) {
      throw new BenchFailed("listed " + PRODUCTS + " products, but found " + found.size());
    }
    return found;
  }

  private static List<Map<String, Object>> batch(int from) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = from; i < from + BATCH; i++) {
      items.add(
          Map.of(
              "sku",
              "BENCH-" + i,
              "name",
              "Bench " + i,
              "price",
              Map.of("amount", "1.00", "currency", CURRENCY),
              "categories",
              List.of("Bench"),
              "quantityScale",
              0,
              "initialStock",
              PLENTY));
    }
    return items;
  }
}
