package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** People pay by card, and the gateway does what gateways do. */
@ExtendWith(RunningShop.class)
class CardCheckoutIT {

  private final Shopper ann = Shopper.registered(RunningShop.api());
  private final TestProducts tea = TestProducts.listed("20.00", "EUR", 100, null);

  @AfterEach
  void heal() {
    SandboxControl.forgetFaults();
  }

  @Test
  void authorizesThenPlacesThenCaptures() {
    JsonNode order = place("tok_ok", key()).expect(201);
    assertThat(order.get("status").asText()).isEqualTo("CONFIRMED");
    JsonNode payment = paymentThatIs(order, "CAPTURED");
    assertThat(payment.at("/captured/amount").asText()).isEqualTo("20.00");
    assertThat(payment.get("history").findValuesAsText("to"))
        .containsExactly("AUTHORIZED", "CAPTURED");
    assertThat(transactions(payment, "CAPTURE")).isEqualTo(1);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void changesNothingWhenTheCardIsDeclined() {
    Map<String, String> before = ShopDatabases.fingerprints();
    Answer refused = place("tok_decline", key());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("card-declined");
    Map<String, String> after = ShopDatabases.fingerprints();
    before.remove("payment.card_intent");
    after.remove("payment.card_intent");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void findsTheAuthorizationWhoseAnswerWasLostWhenTheRequestComesAgain() {
    SandboxControl.order("authorize", "timeout_after", 3);
    String key = key();
    Answer lost = place("tok_ok", key);
    assertThat(lost.status()).isEqualTo(503);
    assertThat(lost.code()).isEqualTo("payment-gateway-unavailable");
    assertThat(lost.header("Retry-After")).isNotNull();
    SandboxControl.forgetFaults();
    JsonNode order = Eventually.see("an order", () -> place("tok_ok", key), is(201)).body();
    paymentThatIs(order, "CAPTURED");
    assertThat(intents(ann)).isEqualTo(1);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void placesOneOrderForManyOfTheSameRequest() {
    String key = key();
    List<Answer> answers = ConcurrentShoppers.of(8, number -> place("tok_ok", key));
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    JsonNode order = Eventually.see("an answer", () -> place("tok_ok", key), is(201)).body();
    Set<String> ids = new HashSet<>();
    answers.stream()
        .filter(answer -> answer.status() == 201)
        .forEach(answer -> ids.add(answer.body().get("id").asText()));
    assertThat(ids).containsExactly(order.get("id").asText());
    paymentThatIs(order, "CAPTURED");
    assertThat(intents(ann)).isEqualTo(1);
  }

  @Test
  void waitsForTheBuyersStepAndGoesOnWhenItIsTaken() {
    JsonNode order = place("tok_step", key()).expect(201);
    assertThat(order.get("status").asText()).isEqualTo("PLACED");
    assertThat(order.at("/nextAction/url").asText()).startsWith("http");
    assertThat(order.get("expiresAt").isNull()).isFalse();
    JsonNode payment = payment(order);
    steer(payment, "notice", Map.of("type", "CAPTURED", "forged", true));
    assertThat(payment(order).get("status").asText()).isEqualTo("PENDING");
    steer(payment, "approve", Map.of());
    orderThatIs(order, "CONFIRMED");
    paymentThatIs(order, "CAPTURED");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void cancelsWhenTheStepIsRefused() {
    JsonNode order = place("tok_step", key()).expect(201);
    steer(payment(order), "refuse", Map.of());
    orderThatIs(order, "CANCELLED");
    paymentThatIs(order, "FAILED");
    assertThat(tea.level().get("reserved").asInt()).isZero();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void cancelsWhenTheStepIsNeverTaken() {
    JsonNode order = place("tok_step", key()).expect(201);
    change("ordering", "update orders set expires_at = now() where id = ?", order);
    orderThatIs(order, "CANCELLED");
    JsonNode payment = paymentThatIs(order, "VOIDED");
    assertThat(sandboxState(payment.get("id").asText())).isEqualTo("VOIDED");
    assertThat(tea.level().get("reserved").asInt()).isZero();
    IntegrityChecks.assertThatAllPass();
  }

  /** As if whoever asked had died before the order was placed. */
  @Test
  void givesUpWhatWasReservedAndNeverOrdered() {
    SandboxControl.order("authorize", "timeout_after", 3);
    assertThat(place("tok_ok", key()).status()).isEqualTo(503);
    SandboxControl.forgetFaults();
    String intent =
        ShopDatabases.one(
            "payment",
            "update card_intent set due_at = now() where user_id = ? returning id",
            ann.id());
    Eventually.see(
        "an intent that was given up",
        () ->
            ShopDatabases.one(
                "payment", "select state from card_intent where id = ?::uuid", intent),
        "RELEASED"::equals);
    assertThat(sandboxState(intent)).isEqualTo("VOIDED");
  }

  @Test
  void cancelsWhenTheGatewayWillNeverCapture() {
    JsonNode order = place("tok_capture_refused", key()).expect(201);
    orderThatIs(order, "CANCELLED");
    paymentThatIs(order, "FAILED");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void splitsOverBalanceAndCardAndGivesBothBack() {
    ann.deposit("15.00", "EUR");
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put(
        "payment",
        Map.of(
            "method", "split",
            "token", "tok_step",
            "walletAmount", TestProducts.money("15.00", "EUR")));
    JsonNode order = ann.post("orders", key(), orderRequest).expect(201);
    assertThat(balance()).isEqualTo("0.00");
    assertThat(order.get("status").asText()).isEqualTo("PLACED");
    cancel(order);
    assertThat(balance()).isEqualTo("15.00");
    Eventually.see(
        "nothing left",
        () -> payments(order).findValuesAsText("status"),
        seen -> seen.stream().allMatch("VOIDED"::equals));
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void givesBackWhatWasCapturedWhenItIsCancelled() {
    JsonNode order = place("tok_capture_slow", key()).expect(201);
    cancel(order);
    JsonNode payment =
        Eventually.see(
            "nothing kept",
            () -> payment(order),
            seen -> Set.of("VOIDED", "REFUNDED").contains(seen.get("status").asText()));
    assertThat(payment.at("/refunded/amount").asText())
        .isEqualTo(payment.at("/captured/amount").asText());
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void refundsNeverMoreThanWasCaptured() {
    JsonNode order = place("tok_ok", key()).expect(201);
    paymentThatIs(order, "CAPTURED");
    List<Answer> answers = ConcurrentShoppers.of(6, number -> refund(order, "7.00", "original"));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.code().equals("refund-above-captured"));
    refund(order, "6.00", "balance").expect(201);
    paymentThatIs(order, "REFUNDED");
    assertThat(balance()).isEqualTo("6.00");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void showsARefundThatTheGatewayRefusesAndSendsItToTheBalance() {
    JsonNode order = place("tok_refund_refused", key()).expect(201);
    paymentThatIs(order, "CAPTURED");
    JsonNode refused = refund(order, "5.00", "original").expect(201);
    assertThat(refused.get("status").asText()).isEqualTo("FAILED");
    JsonNode instead = refund(order, "5.00", "balance").expect(201);
    assertThat(instead.get("status").asText()).isEqualTo("COMPLETED");
    assertThat(balance()).isEqualTo("5.00");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void waitsForAnInvoiceToBePaid() {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "invoice"));
    JsonNode order = ann.post("orders", key(), orderRequest).expect(201);
    assertThat(order.get("status").asText()).isEqualTo("PLACED");
    String paid = "admin/payments/" + payment(order).get("id").asText() + "/paid";
    Answer less = RunningShop.admin().send("POST", paid, amount("19.99"));
    assertThat(less.status()).isEqualTo(422);
    assertThat(less.code()).isEqualTo("invoice-amount-differs");
    JsonNode noted = RunningShop.admin().send("POST", paid, amount("20.00")).expect(200);
    assertThat(noted.get("orderStatus").asText()).isEqualTo("CONFIRMED");
    RunningShop.admin().send("POST", paid, amount("20.00")).expect(409);
    IntegrityChecks.assertThatAllPass();
  }

  private Answer place(String token, String key) {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "card", "token", token));
    return ann.post("orders", key, orderRequest);
  }

  private void cancel(JsonNode order) {
    ann.send(
            "POST",
            "orders/" + order.get("id").asText() + "/cancel",
            Map.of("reason", "changed my mind"))
        .expect(200);
  }

  private Answer refund(JsonNode order, String amount, String to) {
    return RunningShop.admin()
        .post(
            "orders/" + order.get("id").asText() + "/refunds",
            key(),
            Map.of("amount", TestProducts.money(amount, "EUR"), "to", to));
  }

  private JsonNode payments(JsonNode order) {
    return ann.get("orders/" + order.get("id").asText() + "/payments").expect(200).get("items");
  }

  private JsonNode payment(JsonNode order) {
    return payments(order).get(0);
  }

  private JsonNode paymentThatIs(JsonNode order, String status) {
    return Eventually.see(
        "a payment that is " + status,
        () -> payment(order),
        seen -> seen.get("status").asText().equals(status));
  }

  private void orderThatIs(JsonNode order, String status) {
    Eventually.see(
        "an order that is " + status,
        () -> ann.get("orders/" + order.get("id").asText()).expect(200),
        seen -> seen.get("status").asText().equals(status));
  }

  private String balance() {
    return ann.get("balance").expect(200).at("/balances/0/amount").asText();
  }

  private static Map<String, Object> amount(String amount) {
    return Map.of("amount", TestProducts.money(amount, "EUR"));
  }

  private static Predicate<Answer> is(int status) {
    return answer -> answer.status() == status;
  }

  private static void steer(JsonNode payment, String what, Object how) {
    SandboxControl.send("POST", "payments/" + payment.get("id").asText() + "/" + what, how);
  }

  /** What the gateway holds under a key of ours. */
  private static String sandboxState(String key) {
    return SandboxControl.list("payments").stream()
        .filter(payment -> payment.get("key").asText().equals(key))
        .map(payment -> payment.get("state").asText())
        .findFirst()
        .orElseThrow();
  }

  private static void change(String domain, String sql, JsonNode order) {
    ShopDatabases.one(domain, sql + " returning id", UUID.fromString(order.get("id").asText()));
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static long intents(Shopper buyer) {
    return ShopDatabases.count(
        "payment", "select count(*) from card_intent where user_id = ?", buyer.id());
  }

  private static long transactions(JsonNode payment, String kind) {
    return ShopDatabases.count(
        "payment",
        "select count(*) from ledger_transaction where payment_id = ? and kind = ?",
        UUID.fromString(payment.get("id").asText()),
        kind);
  }
}
