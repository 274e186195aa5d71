package org.orderly.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.LifeOfOrders;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Products are ranked by what is sold and stays sold, not by what anybody says. */
@ExtendWith(RunningShop.class)
class PopularityIT {

  private final Shopper admin = RunningShop.admin();
  private final String category = "Ranked " + UUID.randomUUID();

  @Test
  void ranksByOrdersThatWereNeitherCancelledNorSentBack() {
    TestProducts sold = listed();
    TestProducts cancelled = listed();
    TestProducts returned = listed();
    TestProducts never = listed();
    assertThat(ranked()).containsExactly(id(never), id(returned), id(cancelled), id(sold));
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    order(ann, sold);
    new LifeOfOrders(ann, returned).bringOneThereAndBack();
    for (int i = 0; i < 2; i++) {
      String order = order(ann, cancelled);
      ann.send("POST", "orders/" + order + "/cancel", Map.of("reason", "no")).expect(200);
    }
    Eventually.see(
        "the one that was sold comes first, all others as before",
        () -> {
          admin.send("POST", "admin/analytics/rebuild", null).expect(200);
          return ranked();
        },
        List.of(id(sold), id(never), id(returned), id(cancelled))::equals);
  }

  /**
   * What is shown of a product does not change with its rank, so that nobody has to read it anew.
   */
  @Test
  void leavesVersionsAsTheyAre() {
    TestProducts sold = listed();
    TestProducts newer = listed();
    String tag = admin.get("products/" + sold.id()).header("ETag");
    order(Shopper.registered(RunningShop.api()).deposit("50.00", "EUR"), sold);
    Eventually.see(
        "the one that was sold comes first",
        () -> {
          admin.send("POST", "admin/analytics/rebuild", null).expect(200);
          return ranked();
        },
        List.of(id(sold), id(newer))::equals);
    assertThat(admin.get("products/" + sold.id()).header("ETag")).isEqualTo(tag);
  }

  private TestProducts listed() {
    Map<String, Object> draft = TestProducts.draft("2.00", "EUR");
    draft.put("categories", List.of(category));
    draft.put("initialStock", 10);
    JsonNode product = admin.send("POST", "products", draft).expect(201);
    return new TestProducts(
        UUID.fromString(product.get("id").asText()), product.get("sku").asText());
  }

  private static String order(Shopper buyer, TestProducts testProducts) {
    return buyer
        .send("POST", "orders", Shopper.orderRequest(testProducts, 1))
        .expect(201)
        .get("id")
        .asText();
  }

  private List<String> ranked() {
    String filter = category.replace(" ", "%20");
    JsonNode items = admin.get("products?category=" + filter).expect(200).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .map(product -> product.get("id").asText())
        .toList();
  }

  private static String id(TestProducts testProducts) {
    return testProducts.id().toString();
  }
}
