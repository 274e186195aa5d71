package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What gateways tell of cards that pay orders: twice, too late, and in the wrong order. */
@ExtendWith(RunningShop.class)
class CardEventsIT {

  private static final List<String> ALL =
      List.of("CAPTURED", "AUTHORIZED", "DECLINED", "VOIDED", "REFUNDED", "REFUND_FAILED");

  private final Shopper ann = Shopper.registered(RunningShop.api());
  private final TestProducts tea = TestProducts.listed("20.00", "EUR", 10, null);

  @AfterEach
  void heal() {
    SandboxControl.forgetFaults();
    SandboxControl.notices("plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"duplicate", "late", "reordered"})
  void leadToOnePaidOrderHoweverTheyCome(String manner) {
    SandboxControl.notices(manner);
    String order = place("tok_step");
    steer(order, "approve", Map.of());
    orderThatIs(order, "CONFIRMED");
    paymentThatIs(order, "CAPTURED");
    awaitAllHeard();
    assertThatItIsPaidOnce(order);
  }

  @Test
  void meanNothingBeforeTheGatewayStandsByThem() {
    String order = place("tok_step");
    for (String type : List.of("CAPTURED", "REFUNDED", "AUTHORIZED")) {
      long asked = questions(order);
      steer(order, "notice", Map.of("type", type));
      Eventually.see("a question", () -> questions(order), n -> n > asked);
      assertThat(status(order)).isEqualTo("PLACED");
      assertThat(payment(order).get("status").asText()).isEqualTo("PENDING");
      assertThat(moves(order)).isEmpty();
    }
    steer(order, "approve", Map.of());
    orderThatIs(order, "CONFIRMED");
    paymentThatIs(order, "CAPTURED");
    assertThatItIsPaidOnce(order);
  }

  @Test
  void takeEffectOnceThoughManyCopiesComeAtOnce() {
    String order = place("tok_step");
    SandboxControl.notices("lost");
    steer(order, "approve", Map.of());
    String copy = notice("AUTHORIZED", order);
    List<Answer> answers = ConcurrentShoppers.of(8, number -> SignedGatewayEvent.hear(copy));
    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).filteredOn(answer -> answer.body().get("taken").asBoolean()).hasSize(1);
    orderThatIs(order, "CONFIRMED");
    paymentThatIs(order, "CAPTURED");
    assertThatItIsPaidOnce(order);
  }

  @Test
  void changeNothingOfAnOrderThatWasCancelled() {
    String order = place("tok_step");
    cancel(order);
    paymentThatIs(order, "VOIDED");
    tellAllInVain(order);
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(payment(order).get("status").asText()).isEqualTo("VOIDED");
    assertThat(moves(order)).isEmpty();
    assertThatStockIs(10, 0);
  }

  /** The buyer's bank agrees while the gateway cannot be told that the order is off. */
  @Test
  void giveUpWhatIsAuthorizedAfterItsOrderWasCancelled() {
    String order = place("tok_step");
    SandboxControl.order("cancel", "error", 1_000);
    cancel(order);
    steer(order, "approve", Map.of());
    awaitAllHeard();
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(payment(order).get("status").asText()).isIn("PENDING", "AUTHORIZED");
    SandboxControl.forgetFaults();
    paymentThatIs(order, "VOIDED");
    assertThat(gatewayState(order)).isEqualTo("VOIDED");
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(moves(order)).isEmpty();
    assertThatStockIs(10, 0);
  }

  @Test
  void changeNothingOfWhatWasCaptured() {
    String order = place("tok_ok");
    paymentThatIs(order, "CAPTURED");
    tellAllInVain(order);
    assertThatItIsPaidOnce(order);
  }

  /** Genuine ones, which come when all is over. */
  private void tellAllInVain(String order) {
    awaitAllHeard();
    awaitEventsTold();
    Map<String, String> before = ShopDatabases.fingerprints();
    for (String type : ALL) {
      assertThat(SignedGatewayEvent.hear(notice(type, order)).expect(200).get("taken").asBoolean())
          .isTrue();
    }
    Map<String, String> after = ShopDatabases.fingerprints();
    before.keySet().removeIf(table -> table.startsWith("identity."));
    assertThat(after).containsAllEntriesOf(before);
    IntegrityChecks.assertThatAllPass();
  }

  private void assertThatItIsPaidOnce(String order) {
    assertThat(status(order)).isEqualTo("CONFIRMED");
    JsonNode payment = payment(order);
    assertThat(payment.at("/captured/amount").asText()).isEqualTo("20.00");
    assertThat(payment.at("/refunded/amount").asText()).isEqualTo("0.00");
    assertThat(payment.get("history").findValuesAsText("to"))
        .containsSubsequence("AUTHORIZED", "CAPTURED")
        .doesNotHaveDuplicates();
    assertThat(moves(order)).containsExactlyInAnyOrder("CAPTURE", "FEE");
    List<String> events = ann.get(order + "/history").expect(200).findValuesAsText("event");
    assertThat(events).doesNotHaveDuplicates().contains("OrderConfirmed");
    assertThatStockIs(10, 1);
    assertThat(gatewayState(order)).isEqualTo("CAPTURED");
    IntegrityChecks.assertThatAllPass();
  }

  private void assertThatStockIs(int onHand, int reserved) {
    assertThat(tea.level().get("onHand").asInt()).isEqualTo(onHand);
    assertThat(tea.level().get("reserved").asInt()).isEqualTo(reserved);
  }

  private String place(String token) {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "card", "token", token));
    String key = UUID.randomUUID().toString();
    return "orders/" + ann.post("orders", key, orderRequest).expect(201).get("id").asText();
  }

  private void cancel(String order) {
    ann.send("POST", order + "/cancel", Map.of("reason", "no more")).expect(200);
  }

  private String status(String order) {
    return ann.get(order).expect(200).get("status").asText();
  }

  private void orderThatIs(String order, String status) {
    Eventually.see("an order that is " + status, () -> status(order), status::equals);
  }

  private JsonNode payment(String order) {
    return ann.get(order + "/payments").expect(200).at("/items/0");
  }

  private void paymentThatIs(String order, String status) {
    Eventually.see(
        "a payment that is " + status, () -> payment(order).get("status").asText(), status::equals);
  }

  private UUID paymentId(String order) {
    return UUID.fromString(payment(order).get("id").asText());
  }

  private void steer(String order, String what, Object how) {
    SandboxControl.send("POST", "payments/" + paymentId(order) + "/" + what, how);
  }

  private String gatewayState(String order) {
    return held(order).get("state").asText();
  }

  private JsonNode held(String order) {
    String key = paymentId(order).toString();
    return SandboxControl.list("payments").stream()
        .filter(payment -> payment.get("key").asText().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private String notice(String type, String order) {
    JsonNode held = held(order);
    return Api.text(
        Map.of(
            "id",
            "evt_" + UUID.randomUUID(),
            "type",
            type,
            "at",
            Instant.now().toString(),
            "key",
            held.get("key").asText(),
            "reference",
            held.get("id").asText(),
            "currency",
            "EUR",
            "amount",
            2_000));
  }

  /** What the ledger says of the order's payment. */
  private List<String> moves(String order) {
    String kinds =
        ShopDatabases.one(
            "payment",
            "select string_agg(kind, ',') from ledger_transaction where payment_id = ?",
            paymentId(order));
    return kinds == null ? List.of() : List.of(kinds.split(","));
  }

  /** How often the gateway was asked how the payment stands. */
  private long questions(String order) {
    return ShopDatabases.count(
        "payment",
        "select coalesce(sum(attempts), 0) from payment_task where payment_id = ?",
        paymentId(order));
  }

  private static void awaitAllHeard() {
    Eventually.see(
        "no notice on its way",
        () -> SandboxControl.send("GET", "", null).get("undelivered").asInt(),
        n -> n == 0);
  }

  /** What follows from events is over, too. */
  private static void awaitEventsTold() {
    for (String domain : List.of("ordering", "payment", "inventory")) {
      Eventually.see(
          "an empty outbox of " + domain,
          () -> ShopDatabases.count(domain, "select count(*) from outbox"),
          n -> n == 0);
    }
  }
}
