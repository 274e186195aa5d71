package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What banks take back, and what the gateway's account says against the ledger. */
@ExtendWith(RunningShop.class)
class DisputeIT {

  private final Shopper ann = Shopper.registered(RunningShop.api());
  private final TestProducts tea = TestProducts.listed("20.00", "EUR", 10, null);

  @Test
  void takesTheMoneyBackAndGivesItAgainIfTheShopWins() {
    JsonNode dispute = disputed();
    assertThat(dispute.get("status").asText()).isEqualTo("OPEN");
    assertThat(dispute.at("/amount/amount").asText()).isEqualTo("20.00");
    assertThat(dispute.get("evidenceDue").asText()).isNotBlank();
    decide(dispute, "win");
    become(dispute, "WON", "CAPTURED");
    assertThat(moves(dispute)).isEqualTo(2);
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void isALossIfTheBankKeepsIt() {
    JsonNode dispute = disputed();
    decide(dispute, "lose");
    become(dispute, "LOST", "CHARGED_BACK");
    assertThat(moves(dispute)).isEqualTo(2);
    JsonNode balance = RunningShop.admin().get("admin/ledger/trial-balance").expect(200);
    assertThat(balance.get("balanced").asBoolean()).isTrue();
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void comparesTheGatewayWithTheLedger() {
    Map<String, Object> orderRequest = Map.of("amount", TestProducts.money("3.33", "EUR"));
    String kept = ann.send("POST", "balance/deposit", orderRequest).expect(201).get("id").asText();
    String gone = ann.send("POST", "balance/deposit", orderRequest).expect(201).get("id").asText();
    String entry =
        RunningShop.admin()
            .get("admin/ledger/transactions?kind=deposit&reference=" + gone)
            .expect(200)
            .at("/items/0/id")
            .asText();
    Map<String, Object> reason = Map.of("reason", "not ours");
    RunningShop.admin()
        .send("POST", "admin/ledger/transactions/" + entry + "/reverse", reason)
        .expect(201);
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    JsonNode report =
        RunningShop.admin().get("admin/payments/reconciliation?date=" + today).expect(200);
    assertThat(report.get("matched").asLong()).isPositive();
    assertThat(report.get("complete").asBoolean()).isFalse();
    assertThat(report.get("differences").findValuesAsText("subject")).doesNotContain(kept);
    JsonNode difference =
        StreamSupport.stream(report.get("differences").spliterator(), false)
            .filter(line -> line.get("subject").asText().equals(entry))
            .findFirst()
            .orElseThrow();
    assertThat(difference.get("verdict").asText()).isEqualTo("MISSING_AT_GATEWAY");
    assertThat(difference.get("kind").asText()).isEqualTo("REVERSAL");
    for (String bad : new String[] {"", "?date=today", "?date=2999-01-01"}) {
      assertThat(RunningShop.admin().get("admin/payments/reconciliation" + bad).status())
          .as(bad)
          .isEqualTo(400);
    }
  }

  /** The dispute about an order whose card is disputed as soon as it is charged. */
  private JsonNode disputed() {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(tea, 1));
    orderRequest.put("payment", Map.of("method", "card", "token", "tok_dispute"));
    String order =
        ann.post("orders", UUID.randomUUID().toString(), orderRequest)
            .expect(201)
            .get("id")
            .asText();
    return Eventually.see("a dispute", () -> dispute(order), found -> !found.isMissingNode());
  }

  private static JsonNode dispute(String order) {
    JsonNode disputes = RunningShop.admin().get("admin/disputes?limit=100").expect(200);
    for (JsonNode dispute : disputes.get("items")) {
      if (dispute.get("orderId").asText().equals(order)) {
        return dispute;
      }
    }
    return disputes.path("none");
  }

  private static void decide(JsonNode dispute, String how) {
    SandboxControl.send("POST", "disputes/" + dispute.get("caseId").asText() + "/" + how, Map.of());
  }

  private void become(JsonNode dispute, String status, String paymentStatus) {
    String order = dispute.get("orderId").asText();
    Eventually.see("a decision", () -> dispute(order).get("status").asText(), status::equals);
    JsonNode payment = ann.get("orders/" + order + "/payments").expect(200).at("/items/0");
    assertThat(payment.get("status").asText()).isEqualTo(paymentStatus);
    assertThat(payment.get("history").findValuesAsText("to")).contains("DISPUTED", paymentStatus);
  }

  private static long moves(JsonNode dispute) {
    return RunningShop.admin()
        .get("admin/ledger/transactions?reference=" + dispute.get("id").asText())
        .expect(200)
        .get("items")
        .size();
  }
}
