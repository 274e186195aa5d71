package org.orderly.tests.drill.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.orderly.tests.load.ShopClient;

/**
 * What can be bought: some products sell much better than others, and one is scarce.
 *
 * @param ids best sellers first; the last one is the scarce one
 */
public record DrillProducts(List<UUID> ids) {
  public static final String CURRENCY = "EUR";

  private static final int COUNT = 40;
  private static final int PLENTY = 100_000_000;
  private static final int FEW = 300;
  private static final int LEFT = 20;

  public static DrillProducts list(ShopClient shop, String adminToken) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Map<String, Object> product =
          Map.of(
              "sku",
              "DRILL-" + i,
              "name",
              "Drill bit no. " + i,
              "price",
              Map.of("amount", 2 + i % 7 + ".99", "currency", CURRENCY),
              "categories",
              List.of("Drills"),
              "quantityScale",
              0,
              "initialStock",
              stock(i));
      ids.add(UUID.fromString(shop.post("products", adminToken, null, product).get("id").asText()));
    }
    return new DrillProducts(ids);
  }

  private static int stock(int place) {
    return place == COUNT - 1 ? FEW : PLENTY;
  }

  public int initialStock(UUID product) {
    return product.equals(scarce()) ? LEFT : stock(ids.indexOf(product));
  }

  /** Takes of the scarce product what would last for rounds. */
  public void makeScarce(ShopClient shop, String adminToken) {
    shop.post(
        "inventory/" + scarce() + "/adjustments",
        adminToken,
        "make-scarce",
        Map.of("quantity", LEFT - FEW, "reason", "make scarce"));
  }

  /** As Zipf's law has it: the n-th is bought a n-th as often as the first. */
  UUID any(Random random) {
    double total = 0;
    for (int i = 1; i <= COUNT; i++) {
      total += 1.0 / i;
    }
    double left = random.nextDouble() * total;
    for (int i = 1; i < COUNT; i++) {
      left -= 1.0 / i;
      if (left < 0) {
        return ids.get(i - 1);
      }
    }
    return scarce();
  }

  UUID scarce() {
    return ids.get(COUNT - 1);
  }

  static int tooMuch() {
    return PLENTY + 1;
  }
}
