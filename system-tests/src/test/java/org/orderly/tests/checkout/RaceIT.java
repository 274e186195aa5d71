package org.orderly.tests.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Many at once: what must be one stays one, and what must not be oversold is not. */
@ExtendWith(RunningShop.class)
class RaceIT {

  private static final int BUYERS = 8;

  @Test
  void sellsTheLastTenPiecesToExactlyTenOf64() {
    TestProducts last = TestProducts.listed("1.00", "EUR", 10, null);
    List<Shopper> buyers = buyers("64.00");
    List<Answer> answers =
        ConcurrentShoppers.of(
            64, i -> buyers.get(i % BUYERS).send("POST", "orders", Shopper.orderRequest(last, 1)));

    assertThat(byStatus(answers)).isEqualTo(Map.of(201, 10L, 409, 54L));
    answers.stream()
        .filter(answer -> answer.status() == 409)
        .forEach(refusal -> assertThat(refusal.code()).isEqualTo("insufficient-stock"));
    assertThat(last.level().get("available").asInt()).isZero();
    assertThat(last.level().get("reserved").asInt()).isEqualTo(10);
    assertThat(
            ShopDatabases.count(
                "ordering", "select count(*) from order_line where product_id = ?", last.id()))
        .isEqualTo(10);
    assertThat(paid(buyers)).isEqualTo(1_000);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void neverDeadlocksOnProductsNamedInAnyOrder() {
    TestProducts tea = TestProducts.listed("0.01", "EUR", 1_000, null);
    TestProducts milk = TestProducts.listed("0.01", "EUR", 1_000, null);
    List<Shopper> buyers = buyers("10.00");
    List<Answer> answers =
        ConcurrentShoppers.of(
            32,
            i -> {
              Map<UUID, Object> items = new LinkedHashMap<>();
              items.put(i % 2 == 0 ? tea.id() : milk.id(), 1);
              items.put(i % 2 == 0 ? milk.id() : tea.id(), 1);
              return buyers.get(i % BUYERS).send("POST", "orders", Shopper.orderRequest(items));
            });
    assertThat(byStatus(answers)).isEqualTo(Map.of(201, 32L));
    assertThat(tea.level().get("reserved").asInt()).isEqualTo(32);
    assertThat(milk.level().get("reserved").asInt()).isEqualTo(32);
  }

  @Test
  void placesOneOrderForFiftyPostsWithOneKey() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("100.00", "EUR");
    String key = "key-" + UUID.randomUUID();
    List<Answer> answers =
        ConcurrentShoppers.of(50, i -> ann.post("orders", key, Shopper.orderRequest(tea, 1)));

    List<Answer> placed = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(placed).isNotEmpty();
    assertThat(placed.stream().map(Answer::body).distinct()).hasSize(1);
    assertThat(placed.stream().filter(answer -> answer.header("Idempotent-Replayed") == null))
        .hasSize(1);
    answers.stream()
        .filter(answer -> answer.status() != 201)
        .forEach(
            other -> {
              assertThat(other.status()).as(other.toString()).isEqualTo(409);
              assertThat(other.code()).isEqualTo("idempotency-key-in-flight");
            });
    assertThat(ann.get("orders").expect(200).get("items")).hasSize(1);
    assertThat(tea.level().get("reserved").asInt()).isEqualTo(1);
  }

  @Test
  void answersAKeyAgainAsItDidAndRefusesItForAnotherBody() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("100.00", "EUR");
    Answer first = ann.post("orders", "k1", Shopper.orderRequest(tea, 1));
    Answer again = ann.post("orders", "k1", Shopper.orderRequest(tea, 1));
    assertThat(again.expect(201)).isEqualTo(first.expect(201));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));

    Answer other = ann.post("orders", "k1", Shopper.orderRequest(tea, 2));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency-key-reused");

    Shopper bob = Shopper.registered(RunningShop.api()).deposit("100.00", "EUR");
    Answer ofBob = bob.post("orders", "k1", Shopper.orderRequest(tea, 1));
    assertThat(ofBob.expect(201).get("id")).isNotEqualTo(first.body().get("id"));
    assertThat(tea.level().get("reserved").asInt()).isEqualTo(2);
  }

  @Test
  void refusedRequestLeavesItsKeyFree() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api());
    Answer poor = ann.post("orders", "k1", Shopper.orderRequest(tea, 1));
    assertThat(poor.status()).isEqualTo(409);
    assertThat(poor.code()).isEqualTo("insufficient-funds");
    ann.deposit("1.00", "EUR");
    ann.post("orders", "k1", Shopper.orderRequest(tea, 1)).expect(201);
  }

  @Test
  void ordersACartOnceHoweverOftenItIsClicked() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("100.00", "EUR");
    ann.send("PUT", "cart/items/" + tea.id(), Map.of("quantity", 3)).expect(200);
    List<Answer> answers =
        ConcurrentShoppers.of(12, i -> ann.send("POST", "orders", Shopper.cartOrderRequest()));
    assertThat(answers.stream().filter(answer -> answer.status() == 201)).isNotEmpty();
    answers.forEach(
        answer -> assertThat(answer.status()).as(answer.toString()).isIn(201, 409, 422));
    assertThat(ann.get("orders").expect(200).get("items")).hasSize(1);
    assertThat(tea.level().get("reserved").asInt()).isEqualTo(3);
  }

  @Test
  void creditsOneDepositForManyPostsWithOneKey() {
    Shopper ann = Shopper.registered(RunningShop.api());
    Map<String, Object> deposit = Map.of("amount", TestProducts.money("5.00", "EUR"));
    List<Answer> answers =
        ConcurrentShoppers.of(16, i -> ann.post("balance/deposit", "d1", deposit));
    answers.forEach(answer -> assertThat(answer.status()).as(answer.toString()).isIn(201, 409));
    assertThat(
            ShopDatabases.count(
                "payment", "select sum(balance) from account where owner = ?", ann.id()))
        .isEqualTo(500);
  }

  private static List<Shopper> buyers(String amount) {
    return IntStream.range(0, BUYERS)
        .mapToObj(i -> Shopper.registered(RunningShop.api()).deposit(amount, "EUR"))
        .toList();
  }

  private static Map<Integer, Long> byStatus(List<Answer> answers) {
    return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
  }

  private static long paid(List<Shopper> buyers) {
    return buyers.stream()
        .mapToLong(
            buyer ->
                ShopDatabases.count(
                    "payment",
                    "select coalesce(sum(captured), 0) from payment where user_id = ?",
                    buyer.id()))
        .sum();
  }
}
