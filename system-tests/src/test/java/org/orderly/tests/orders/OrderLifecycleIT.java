package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.Mails;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** The main job from end to end: a shopper who buys, and all that follows from it. */
@ExtendWith(RunningShop.class)
class OrderLifecycleIT {

  @Test
  void shopperBuysWhatTheShopSells() {
    TestProducts teapot = TestProducts.listed("12.50", "EUR", 5, 3);
    TestProducts cup = TestProducts.listed("3.99", "EUR", 100, null);

    Shopper ann = Shopper.registered(RunningShop.api());
    assertThat(ann.get("users/me").expect(200).get("roles")).hasToString("[\"customer\"]");

    browse(teapot);
    fillCart(ann, teapot, cup);
    ann.deposit("50.00", "EUR");
    JsonNode order = buyCart(ann, teapot);

    assertThat(balance(ann)).isEqualTo("17.02");
    assertStock(teapot, 5, 2, 3);
    assertThat(ann.get("cart").expect(200).get("items")).isEmpty();
    assertThat(ann.get("orders/" + order.get("id").asText()).expect(200)).isEqualTo(order);
    assertThat(ann.get("orders").expect(200).get("items")).hasSize(1);

    assertThatTheShopperHears(ann, order.get("number").asText());
    assertThatAdminsHearOfLowStock(teapot);
    IntegrityChecks.assertThatAllPass();
  }

  private static void browse(TestProducts teapot) {
    JsonNode found = RunningShop.api().get("products?q=" + teapot.sku()).expect(200);
    assertThat(found.get("items")).isNotEmpty();
    JsonNode product = RunningShop.api().get("products/" + teapot.id()).expect(200);
    assertThat(product.get("price")).hasToString("{\"amount\":\"12.50\",\"currency\":\"EUR\"}");
    assertThat(RunningShop.api().get("categories").expect(200).findValuesAsText("name"))
        .contains("Kitchen", "Tea");
  }

  private static void fillCart(Shopper ann, TestProducts teapot, TestProducts cup) {
    ann.send("PUT", "cart/items/" + teapot.id(), Map.of("quantity", 1)).expect(200);
    ann.send("PUT", "cart/items/" + cup.id(), Map.of("quantity", 2)).expect(200);
    JsonNode cart = ann.send("PUT", "cart/items/" + teapot.id(), Map.of("quantity", 2)).expect(200);
    assertThat(cart.get("items")).hasSize(2);
    assertThat(cart.get("total").get("amount").asText()).isEqualTo("32.98");
  }

  private static JsonNode buyCart(Shopper ann, TestProducts teapot) {
    Answer placed = ann.send("POST", "orders", Shopper.cartOrderRequest());
    JsonNode order = placed.expect(201);
    assertThat(placed.header("Location")).endsWith("/api/v1/orders/" + order.get("id").asText());
    assertThat(order.get("number").asText()).matches("20\\d\\d-\\d{6,}");
    assertThat(order.get("status").asText()).isEqualTo("CONFIRMED");
    assertThat(order.get("total")).hasToString("{\"amount\":\"32.98\",\"currency\":\"EUR\"}");
    JsonNode first = order.get("items").get(0);
    assertThat(first.get("productId").asText()).isEqualTo(teapot.id().toString());
    assertThat(first.get("sku").asText()).isEqualTo(teapot.sku());
    assertThat(first.get("lineTotal").get("amount").asText()).isEqualTo("25.00");
    return order;
  }

  private static String balance(Shopper ann) {
    return ann.get("balance?currency=EUR")
        .expect(200)
        .get("balances")
        .get(0)
        .get("amount")
        .asText();
  }

  private static void assertStock(
      TestProducts testProducts, int onHand, int reserved, int available) {
    JsonNode level = testProducts.level();
    assertThat(
            List.of(
                level.get("onHand").asInt(),
                level.get("reserved").asInt(),
                level.get("available").asInt()))
        .containsExactly(onHand, reserved, available);
  }

  private static void assertThatTheShopperHears(Shopper ann, String number) {
    Eventually.see(
        "a message about order " + number,
        () -> ann.get("notifications").expect(200).get("items").toString(),
        inbox -> inbox.contains(number));
    Eventually.see(
        "a mail about order " + number,
        () -> Mails.to(ann.email()),
        mails -> mails.stream().anyMatch(mail -> mail.contains(number)));
  }

  private static void assertThatAdminsHearOfLowStock(TestProducts testProducts) {
    Eventually.see(
        "an alert about " + testProducts.sku(),
        () -> RunningShop.admin().get("notifications?limit=100").expect(200).toString(),
        inbox -> inbox.contains(testProducts.sku()));
  }

  @Test
  void anotherShoppersOrderDoesNotExist() {
    TestProducts cup = TestProducts.listed("1.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("1.00", "EUR");
    Shopper bob = Shopper.registered(RunningShop.api());
    String path =
        "orders/"
            + ann.send("POST", "orders", Shopper.orderRequest(cup, 1))
                .expect(201)
                .get("id")
                .asText();
    assertThat(bob.get(path).status()).isEqualTo(404);
    assertThat(bob.get(path).code()).isEqualTo(bob.get("orders/" + UUID.randomUUID()).code());
    RunningShop.admin().get(path).expect(200);
    assertThat(bob.get("orders").expect(200).get("items")).isEmpty();
    assertThat(bob.get("orders/all").status()).isEqualTo(403);
    assertThat(RunningShop.admin().get("orders/all?limit=1").expect(200).get("items")).hasSize(1);
  }
}
