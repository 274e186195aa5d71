package org.orderly.tests.bench.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.load.ShopClient;
import org.orderly.tests.load.WorkerPool;

/**
 * The products of a bench.
 *
 * @param plenty a thousand; the hot one is the first
 * @param soldOut one of which there is nothing
 */
public record BenchProducts(List<String> plenty, String soldOut) {

  static final String CURRENCY = "EUR";
  private static final int PRODUCTS = 1_000;
  private static final int BATCH = 100;
  private static final int AT_ONCE = 2;
  private static final long PLENTY = 1_000_000_000;

  /** Lists them in a shop that has none. */
  public static BenchProducts list(ShopClient shop, String admin) {
    List<List<Map<String, Object>>> batches = new ArrayList<>();
    for (int from = 0; from < PRODUCTS; from += BATCH) {
      batches.add(batch(from));
    }
    batches.add(List.of(item("SOLD-OUT", "Sold out", 0)));
    new WorkerPool(AT_ONCE)
        .work(batches, batch -> shop.post("products/batch", admin, null, Map.of("items", batch)));
    List<String> plenty = find(shop, "Bench");
    List<String> soldOut = find(shop, "Sold%20out");
    if (plenty.size() != PRODUCTS || soldOut.size() != 1) {
      throw new BenchFailed(
          "listed "
              + PRODUCTS
              + " products and one, but found "
              + plenty.size()
              + " and "
              + soldOut.size());
    }
    return new BenchProducts(plenty, soldOut.get(0));
  }

  private static List<String> find(ShopClient shop, String category) {
    List<String> found = new ArrayList<>();
    String cursor = null;
    do {
      String path = "products?category=" + category + "&limit=" + BATCH;
      JsonNode page = shop.get(cursor == null ? path : path + "&cursor=" + cursor, null);
      page.get("items").forEach(item -> found.add(item.get("id").asText()));
      cursor = page.path("nextCursor").asText(null);
    } while (cursor != null);
    return found;
  }

  private static List<Map<String, Object>> batch(int from) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = from; i < from + BATCH; i++) {
      items.add(item("BENCH-" + i, "Bench", PLENTY));
    }
    return items;
  }

  private static Map<String, Object> item(String sku, String category, long stock) {
    return Map.of(
        "sku",
        sku,
        "name",
        sku.replace("BENCH-", "Bench "),
        "price",
        Map.of("amount", "1.00", "currency", CURRENCY),
        "categories",
        List.of(category),
        "quantityScale",
        0,
        "initialStock",
        stock);
  }
}
