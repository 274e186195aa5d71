package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.payment.SignedGatewayEvent.hear;
import static org.orderly.tests.payment.SignedGatewayEvent.secret;
import static org.orderly.tests.payment.SignedGatewayEvent.signature;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.component.Component;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** The payment gateway forgets to answer, is away, is imitated, and repeats itself. */
@ExtendWith(RunningShop.class)
class GatewayIT {

  @Test
  void collectsOnceThoughTheAnswerWasLost() {
    Shopper ann = Shopper.registered(RunningShop.api());
    String key = UUID.randomUUID().toString();
    Map<String, Object> deposit = Map.of("amount", TestProducts.money("43.21", "EUR"));
    SandboxControl.notices("lost");
    SandboxControl.order("authorize", "timeout_after", 3);
    try {
      assertThat(ann.post("balance/deposit", key, deposit).expect(201).get("status").asText())
          .isEqualTo("PENDING");
    } finally {
      SandboxControl.forgetFaults();
      SandboxControl.notices("plain");
    }

    Eventually.see("the deposit", () -> balance(ann), "43.21"::equals);
    ann.post("balance/deposit", key, deposit).expect(201);
    assertThat(balance(ann)).isEqualTo("43.21");
    assertThat(SandboxControl.list("payments"))
        .filteredOn(payment -> payment.get("captured").asLong() == 4_321)
        .hasSize(1);
  }

  @Test
  void sellsFromBalancesWhileTheGatewayIsAway() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    Map<String, Object> deposit = Map.of("amount", TestProducts.money("5.00", "EUR"));
    RunningShop.stop(Component.SANDBOX);
    try {
      assertThat(ann.send("POST", "balance/deposit", deposit).expect(201).get("status").asText())
          .isEqualTo("PENDING");
      ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
      assertThat(balance(ann)).isEqualTo("8.00");
    } finally {
      RunningShop.start(Component.SANDBOX);
    }

    Eventually.see("the deposit", () -> balance(ann), "13.00"::equals);
  }

  @Test
  void hearsANoticeOnce() {
    String body = notice();
    String signature = signature(secret(), Instant.now(), body);

    assertThat(hear("sandbox", signature, body).expect(200).get("taken").asBoolean()).isTrue();
    assertThat(hear("sandbox", signature, body).expect(200).get("taken").asBoolean()).isFalse();
    String later = signature(secret(), Instant.now().plusSeconds(1), body);
    assertThat(hear("sandbox", later, body).expect(200).get("taken").asBoolean()).isFalse();
  }

  @Test
  void hearsNobodyElse() {
    String body = notice();
    Instant now = Instant.now();
    String good = signature(secret(), now, body);
    long before = heard();

    assertForged(hear("sandbox", null, body));
    assertForged(hear("sandbox", signature("a guess", now, body), body));
    assertForged(hear("sandbox", signature(secret(), now.minusSeconds(301), body), body));
    assertForged(hear("sandbox", good, body.replace("OTHER", "CAPTURED")));
    assertForged(hear("sandbox", signature(secret(), now, "nonsense"), "nonsense"));
    assertThat(hear("paypal", good, body).status()).isEqualTo(404);
    assertThat(hear("stripe", good, body).status()).isEqualTo(404);
    assertThat(hear("sandbox", good, " ".repeat(200_000)).status()).isEqualTo(413);
    assertThat(heard()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4242424242424242", "4000 0566 5566 5556", "tok_123456789012"})
  void takesNoCardNumbers(String number) {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 10, null);
    Shopper ann = Shopper.registered(RunningShop.api());
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "card", "token", number));

    Answer answer = ann.send("POST", "orders", orderRequest);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("card number").doesNotContain(number);
  }

  private static void assertForged(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("forged-gateway-event");
  }

  private static long heard() {
    return ShopDatabases.count(
        "payment", "select count(*) from gateway_notice where kind = 'OTHER'");
  }

  private static String balance(Shopper shopper) {
    return shopper.get("balance?currency=EUR").expect(200).at("/balances/0/amount").asText();
  }

  private static String notice() {
    return "{\"id\":\"evt_%s\",\"type\":\"OTHER\",\"at\":\"%s\"}"
        .formatted(UUID.randomUUID(), Instant.now());
  }
}
