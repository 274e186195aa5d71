package org.orderly.tests.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** A cart can always be read and changed, whatever was put into it or happened to its prices. */
class CartIT {

  private final Shopper ann = Shopper.registered(RunningShop.api());

  @Test
  void refusesWhatNoOrderCouldCostAndStoresNothing() {
    TestProducts machine = TestProducts.listed("20000.00", "EUR", 5, null);
    Answer refused = put(machine, 1_000_000_000L);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().get("field").asText()).isEqualTo("quantity");
    assertThat(cart().get("items")).isEmpty();
    assertThat(add(machine, 1).status()).isEqualTo(200);
  }

  @Test
  void refusesASumThatNoOrderCouldHave() {
    put(TestProducts.listed("9000000000000.00", "EUR", 5, null), 1).expect(200);

    assertThat(put(TestProducts.listed("9000000000000.00", "EUR", 5, null), 1).status())
        .isEqualTo(400);
    assertThat(cart().get("items")).hasSize(1);
    assertThat(cart().get("total").get("amount").asText()).isEqualTo("9000000000000.00");
  }

  @Test
  void showsWhatBecameTooDearAndLetsItBeRemoved() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 5, null);
    put(tea, 900_000_000).expect(200);
    Map<String, Object> dear = new HashMap<>(TestProducts.draft("900000.00", "EUR"));
    dear.put("sku", tea.sku());
    RunningShop.admin().send("PUT", "products/" + tea.id(), dear).expect(200);

    JsonNode cart = cart();
    assertThat(cart.get("problem").asText()).isEqualTo("amount-too-large");
    assertThat(cart.get("total").isNull()).isTrue();
    assertThat(cart.get("items").get(0).get("problem").asText()).isEqualTo("amount-too-large");
    assertThat(add(TestProducts.listed("1.00", "EUR", 5, null), 1).status()).isEqualTo(200);

    JsonNode left = ann.send("DELETE", "cart/items/" + tea.id(), null).expect(200);
    assertThat(left.get("problem").isNull()).isTrue();
    assertThat(left.get("total").get("amount").asText()).isEqualTo("1.00");
  }

  @Test
  void countsEveryAddOfManyAtOnce() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 5, null);
    List<CompletableFuture<Answer>> clicks =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> add(tea, 1))).limit(8).toList();
    clicks.forEach(click -> click.join().expect(200));

    assertThat(cart().get("items").get(0).get("quantity").asInt()).isEqualTo(8);
  }

  private JsonNode cart() {
    return ann.get("cart").expect(200);
  }

  private Answer put(TestProducts testProducts, long quantity) {
    return ann.send("PUT", "cart/items/" + testProducts.id(), Map.of("quantity", quantity));
  }

  private Answer add(TestProducts testProducts, long quantity) {
    return ann.send(
        "POST", "cart/items", Map.of("productId", testProducts.id(), "quantity", quantity));
  }
}
