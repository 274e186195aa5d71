package org.orderly.tests.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.server.component.Component;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Redis dies without a word: what is sold does not depend on it, and carts come back. */
@ExtendWith(RunningShop.class)
class RedisLossIT {

  private static final int SHOPPERS = 8;

  private boolean isDown;

  private void crash() {
    RunningShop.crash(Component.REDIS);
    isDown = true;
  }

  @AfterEach
  void restart() {
    if (isDown) {
      RunningShop.start(Component.REDIS);
      isDown = false;
    }
  }

  private static Answer fill(Shopper shopper, TestProducts testProducts, int quantity) {
    return shopper.send("PUT", "cart/items/" + testProducts.id(), Map.of("quantity", quantity));
  }

  private static void assertThatCartsAreAway(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("cart-unavailable");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  private static long balance(Shopper shopper) {
    return ShopDatabases.count(
        "payment", "select balance from account where owner = ?", shopper.id());
  }

  private static long orders(Shopper shopper) {
    return ShopDatabases.count(
        "ordering", "select count(*) from orders where user_id = ?", shopper.id());
  }

  private static Map<UUID, Integer> cart(Shopper shopper) {
    Map<UUID, Integer> lines = new HashMap<>();
    Eventually.see("a cart", () -> shopper.get("cart"), answer -> answer.status() == 200)
        .body()
        .get("items")
        .forEach(
            line ->
                lines.put(
                    UUID.fromString(line.get("productId").asText()), line.get("quantity").asInt()));
    return lines;
  }

  @Test
  void sellsWithoutCartsAndGivesThemBack() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 100, null);
    TestProducts cup = TestProducts.listed("5.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("100.00", "EUR");
    fill(ann, tea, 3).expect(200);
    fill(ann, cup, 1).expect(200);

    crash();
    ann.post("orders", "without-redis", Shopper.orderRequest(tea, 4)).expect(201);
    assertThatCartsAreAway(ann.get("cart"));
    assertThatCartsAreAway(fill(ann, cup, 2));
    assertThatCartsAreAway(ann.send("DELETE", "cart", null));
    assertThatCartsAreAway(ann.post("orders", "of-the-cart", Shopper.cartOrderRequest()));
    assertThat(
            ann.post("orders", "without-redis", Shopper.orderRequest(tea, 4))
                .header("Idempotent-Replayed"))
        .isEqualTo("true");
    assertThat(orders(ann)).isEqualTo(1);
    assertThat(balance(ann)).isEqualTo(9_200);
    restart();

    assertThat(cart(ann)).isEqualTo(Map.of(tea.id(), 3, cup.id(), 1));
    ann.post("orders", "of-the-cart", Shopper.cartOrderRequest()).expect(201);
    assertThat(balance(ann)).isEqualTo(8_100);
    assertThat(cart(ann)).isEmpty();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void buysACartOnceThoughRedisDiesMeanwhile() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 1_000, null);
    List<Shopper> shoppers =
        Stream.generate(() -> Shopper.registered(RunningShop.api()).deposit("100.00", "EUR"))
            .limit(SHOPPERS)
            .toList();
    shoppers.forEach(shopper -> fill(shopper, tea, 1).expect(200));

    List<Integer> statuses =
        ConcurrentShoppers.of(
            SHOPPERS + 1,
            number -> {
              if (number < SHOPPERS) {
                return orderCart(shoppers.get(number)).status();
              }
              crash();
              return 0;
            });
    restart();
    for (int i = 0; i < SHOPPERS; i++) {
      Shopper shopper = shoppers.get(i);
      Eventually.see("a cart", () -> shopper.get("cart"), answer -> answer.status() == 200);
      Answer again = orderCart(shopper);
      boolean wasEmptied = statuses.get(i) == 201 && again.status() != 201;
      assertThat(again.status() == 201 || wasEmptied).as(again.toString()).isTrue();
      assertThat(orders(shopper)).isEqualTo(1);
      assertThat(balance(shopper)).isEqualTo(9_800);
    }
    IntegrityChecks.assertThatAllPass();
  }

  private static Answer orderCart(Shopper shopper) {
    return shopper.send("POST", "orders", Shopper.cartOrderRequest());
  }
}
