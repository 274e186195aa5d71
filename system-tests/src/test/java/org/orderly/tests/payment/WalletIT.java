package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Money in and out of balances, by a gateway that answers late, not at all, or with a question. */
@ExtendWith(RunningShop.class)
class WalletIT {

  @Test
  void paysOutOnceThoughTheAnswerWasLost() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("50.00", "EUR");
    String key = UUID.randomUUID().toString();
    SandboxControl.notices("lost");
    SandboxControl.order("payout", "timeout_after", 3);
    JsonNode pending;
    try {
      pending = ann.post("balance/withdraw", key, amount("31.17")).expect(201);
    } finally {
      SandboxControl.forgetFaults();
      SandboxControl.notices("plain");
    }
    assertThat(pending.get("status").asText()).isEqualTo("PENDING");
    assertThat(pending.at("/balance/amount").asText()).isEqualTo("18.83");
    JsonNode settled = settled(ann, pending);
    assertThat(settled.get("status").asText()).isEqualTo("COMPLETED");
    Answer again = ann.post("balance/withdraw", key, amount("31.17"));
    assertThat(again.expect(201)).isEqualTo(pending);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(ann.post("balance/withdraw", key, amount("31.18")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(ann.get("balance").expect(200).get("held")).isEmpty();
    assertThat(moves(pending)).contains("WITHDRAWAL", "PAYOUT").doesNotHaveDuplicates();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void creditsADepositWhoseAnswerWasLostThoughNobodyAsksAgain() {
    Shopper ann = Shopper.registered(RunningShop.api());
    SandboxControl.notices("lost");
    SandboxControl.order("authorize", "timeout_after", 3);
    try {
      JsonNode pending = ann.send("POST", "balance/deposit", amount("12.34")).expect(201);
      assertThat(pending.get("status").asText()).isEqualTo("PENDING");
    } finally {
      SandboxControl.forgetFaults();
      SandboxControl.notices("plain");
    }
    Eventually.see(
        "the deposit",
        () -> ann.get("balance?currency=EUR").expect(200).at("/balances/0/amount").asText(),
        "12.34"::equals);
  }

  @Test
  void givesBackWhatTheGatewayDoesNotPayOut() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("2000.00", "EUR");
    Answer refused = ann.send("POST", "balance/withdraw", amount("666.01"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("transfer-refused");
    assertThat(balance(ann)).isEqualTo("2000.00");

    JsonNode returned = ann.send("POST", "balance/withdraw", amount("666.07")).expect(201);
    assertThat(returned.get("status").asText()).isEqualTo("PENDING");
    assertThat(settled(ann, returned).get("status").asText()).isIn("REFUSED", "RETURNED");
    assertThat(balance(ann)).isEqualTo("2000.00");

    JsonNode paid = ann.send("POST", "balance/withdraw", amount("666.06")).expect(201);
    assertThat(settled(ann, paid).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(balance(ann)).isEqualTo("1333.94");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void waitsForTheStepThatABankAsksFor() {
    Shopper ann = Shopper.registered(RunningShop.api());
    JsonNode pending = ann.send("POST", "balance/deposit", amount("20.00", "tok_step")).expect(201);
    assertThat(pending.get("status").asText()).isEqualTo("PENDING");
    assertThat(pending.at("/nextAction/url").asText()).startsWith("http");
    assertThat(ann.get("balance").expect(200).get("balances")).isEmpty();
    SandboxControl.send("POST", "payments/" + pending.get("id").asText() + "/approve", Map.of());
    assertThat(settled(ann, pending).get("status").asText()).isEqualTo("COMPLETED");
    assertThat(balance(ann)).isEqualTo("20.00");
    assertThat(moves(pending)).contains("DEPOSIT", "FEE");
  }

  @Test
  void refusesWhatTheBankDeclinesAndWhatIsNoToken() {
    Shopper ann = Shopper.registered(RunningShop.api());
    Answer declined = ann.send("POST", "balance/deposit", amount("20.00", "tok_decline"));
    assertThat(declined.status()).isEqualTo(409);
    assertThat(declined.body().get("reason").asText()).isEqualTo("card-declined");
    for (String token : List.of("4242424242424242", "4242 4242 4242 4242", "x", "")) {
      Answer refused = ann.send("POST", "balance/deposit", amount("20.00", token));
      assertThat(refused.status()).as(token).isEqualTo(400);
      assertThat(refused.body().toString()).doesNotContain("4242");
    }
    assertThat(ann.get("balance").expect(200).get("balances")).isEmpty();
    Shopper bob = Shopper.registered(RunningShop.api());
    JsonNode deposit = bob.send("POST", "balance/deposit", amount("1.00")).expect(201);
    assertThat(ann.get("balance/transfers/" + deposit.get("id").asText()).status()).isEqualTo(404);
  }

  @Test
  void neverOverdrawsAWalletThat64ClientsRaceFor() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 100, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    List<Answer> answers =
        ConcurrentShoppers.of(
            64,
            i ->
                i % 2 == 0
                    ? ann.send("POST", "balance/withdraw", amount("1.00"))
                    : ann.send("POST", "orders", Shopper.orderRequest(tea, 1)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(10);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.status() == 409 && answer.code().equals("insufficient-funds"));
    assertThat(balance(ann)).isEqualTo("0.00");
    IntegrityChecks.assertThatAllPass();
  }

  private static JsonNode settled(Shopper shopper, JsonNode transfer) {
    return Eventually.see(
        "a settled transfer",
        () -> shopper.get("balance/transfers/" + transfer.get("id").asText()).expect(200),
        now -> !now.get("status").asText().equals("PENDING"));
  }

  private static List<String> moves(JsonNode transfer) {
    List<String> kinds = new ArrayList<>();
    RunningShop.admin()
        .get("admin/ledger/transactions?reference=" + transfer.get("id").asText())
        .expect(200)
        .get("items")
        .forEach(entry -> kinds.add(entry.get("kind").asText()));
    return kinds;
  }

  private static String balance(Shopper shopper) {
    return shopper.get("balance?currency=EUR").expect(200).at("/balances/0/amount").asText();
  }

  private static Map<String, Object> amount(String amount) {
    return Map.of("amount", TestProducts.money(amount, "EUR"));
  }

  private static Map<String, Object> amount(String amount, String token) {
    Map<String, Object> body = new HashMap<>(amount(amount));
    body.put("token", token);
    return body;
  }
}
