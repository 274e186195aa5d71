package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.OrderActions;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Orders that wait for their money keep little stock, though many come at once. */
@ExtendWith(RunningShop.class)
class UnpaidOrdersIT {

  private final Api api = RunningShop.api();

  @Test
  void refusesAGuestWhoWouldKeepTheWholeStock() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 100, null);
    refused(guest(tea, 100, "invoice", null), 422, "unpaid-limit-reached");
    refused(guest(tea, 100, "card", "tok_step"), 422, "unpaid-limit-reached");
    assertThat(tea.level().get("reserved").asInt()).isZero();
    guest(tea, 100, "card", "tok_ok").expect(201);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void keepsAQuarterOfAProductForABurstOfGuests() {
    TestProducts tea = TestProducts.listed("2.00", "EUR", 100, null);
    List<Answer> answers = atOnce(20, number -> guest(tea, 5, "invoice", null));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(5);
    assertThat(tea.level().get("reserved").asInt()).isEqualTo(25);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void letsABuyerKeepThreeUnpaidOrdersThoughMoreComeAtOnce() {
    Shopper ann = Shopper.registered(api);
    List<Answer> answers =
        atOnce(
            8,
            number -> {
              TestProducts tea = TestProducts.listed("2.00", "EUR", 100, null);
              return ann.send("POST", "orders", new OrderActions(tea).orderRequest("invoice", 1));
            });
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
    String id =
        answers.stream()
            .filter(a -> a.status() == 201)
            .findFirst()
            .orElseThrow()
            .body()
            .get("id")
            .asText();
    ann.send("POST", "orders/" + id + "/cancel", Map.of("reason", "too many")).expect(200);
    TestProducts cup = TestProducts.listed("400.00", "EUR", 100, null);
    refused(
        ann.send("POST", "orders", new OrderActions(cup).orderRequest("invoice", 3)),
        422,
        "unpaid-limit-reached");
    String order = new OrderActions(cup).unpaidOf(ann, 2);
    Map<String, Object> more =
        Map.of("items", List.of(Map.of("productId", cup.id(), "quantity", 3)));
    refused(ann.send("PATCH", order, more), 422, "unpaid-limit-reached");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void booksTransfersThatDoNotFit() {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(api);
    Shopper admin = RunningShop.admin();
    String little = new OrderActions(tea).unpaidOf(ann, 2);
    refused(pay(little, "9.99", null), 422, "invoice-amount-differs");
    assertThat(pay(little, "9.99", "accept").expect(200).get("orderStatus").asText())
        .isEqualTo("CONFIRMED");
    String much = new OrderActions(tea).unpaidOf(ann, 2);
    JsonNode booked = pay(much, "10.01", "accept").expect(200);
    assertThat(booked.at("/toBalance/amount").asText()).isEqualTo("0.01");
    String late = new OrderActions(tea).unpaidOf(ann, 2);
    ann.send("POST", late + "/cancel", Map.of("reason", "no more")).expect(200);
    refused(pay(late, "10.00", "accept"), 409, "illegal-payment-transition");
    pay(late, "10.00", "balance").expect(200);
    refused(pay(late, "10.00", "balance"), 409, "transfer-booked-already");
    assertThat(ann.get("balance").expect(200).at("/balances/0/amount").asText()).isEqualTo("10.01");
    JsonNode seen = admin.get(late).expect(200);
    assertThat(seen.get("email").asText()).isEqualTo(ann.email());
    assertThat(seen.get("paymentMethod").asText()).isEqualTo("INVOICE");
    IntegrityChecks.assertThatAllPass();
  }

  private static Answer pay(String order, String amount, String difference) {
    Shopper admin = RunningShop.admin();
    String payment = admin.get(order + "/payments").expect(200).at("/items/0/id").asText();
    Map<String, Object> body = new HashMap<>(OrderActions.amount(amount));
    body.put("reference", "statement 7");
    if (difference != null) {
      body.put("difference", difference);
    }
    return admin.send("POST", "admin/payments/" + payment + "/paid", body);
  }

  @Test
  void letsAdminsSayWhoMayPayByInvoice() {
    Shopper ann = Shopper.registered(api);
    TestProducts tea = TestProducts.listed("2.00", "EUR", 100, null);
    assertThat(ann.get("checkout/methods").expect(200).toString()).contains("invoice");

    String path = "admin/users/" + ann.id() + "/invoice-permission";
    Shopper admin = RunningShop.admin();
    JsonNode account = admin.send("PUT", path, Map.of("permission", "refused")).expect(200);
    assertThat(account.get("invoicePermission").asText()).isEqualTo("refused");
    refused(
        ann.send("POST", "orders", new OrderActions(tea).orderRequest("invoice", 1)),
        422,
        "payment-method-not-available");
    assertThat(ann.get("checkout/methods").expect(200).toString()).doesNotContain("invoice");
    refused(admin.send("PUT", path, Map.of("permission", "maybe")), 400, "invalid-value");
    String unknown = "admin/users/" + UUID.randomUUID() + "/invoice-permission";
    refused(admin.send("PUT", unknown, Map.of("permission", "allowed")), 404, "unknown-user");

    admin.send("PUT", path, Map.of("permission", "default")).expect(200);
    new OrderActions(tea).unpaidOf(ann, 1);
    assertThat(
            admin
                .get("admin/audit-log?action=invoice.permission-set&limit=2")
                .expect(200)
                .get("items")
                .findValuesAsText("subject"))
        .containsExactly(ann.id().toString(), ann.id().toString());
  }

  private Answer guest(TestProducts testProducts, int quantity, String method, String token) {
    Map<String, Object> payment = new HashMap<>(Map.of("method", method));
    if (token != null) {
      payment.put("token", token);
    }
    Map<String, Object> orderRequest =
        new HashMap<>(new OrderActions(testProducts).orderRequest(method, quantity));
    orderRequest.put("payment", payment);
    orderRequest.put("email", "guest-" + UUID.randomUUID() + "@example.org");
    return api.send(Api.json(api.request("guest/orders"), "POST", Api.text(orderRequest)));
  }

  private static List<Answer> atOnce(int many, IntFunction<Answer> request) {
    List<CompletableFuture<Answer>> running = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int number = i;
      running.add(
          CompletableFuture.supplyAsync(() -> request.apply(number), Thread::startVirtualThread));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }
}
