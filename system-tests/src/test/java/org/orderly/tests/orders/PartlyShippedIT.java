package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderly.tests.support.NothingChanges.refused;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.OrderActions;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Orders whose goods or money went only a part of the way. */
@ExtendWith(RunningShop.class)
class PartlyShippedIT {

  private final Shopper admin = RunningShop.admin();
  private final Shopper ann = Shopper.registered(RunningShop.api());
  private final TestProducts cup = TestProducts.listed("7.00", "EUR", 10, null);

  @Test
  void losesItsRestWhichIsFreeAgainAndPaidBack() {
    String order = shippedPartly(bought(ann.deposit("50.00", "EUR"), 3), 1);
    JsonNode rest =
        admin.send("POST", order + "/cancel", Map.of("reason", "the rest is broken")).expect(200);
    assertThat(rest.get("status").asText()).isEqualTo("SHIPPED");
    assertThat(rest.at("/total/amount").asText()).isEqualTo("7.00");
    assertThat(cup.level().get("reserved").asInt()).isZero();
    assertThat(cup.level().get("onHand").asInt()).isEqualTo(9);
    assertThat(balance()).isEqualTo("43.00");
    refused(
        admin.send("POST", order + "/cancel", Map.of("reason", "again")),
        409,
        "illegal-order-transition");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void paysTheRestBackOnceThoughARefundCameBefore() {
    String order = shippedPartly(bought(ann.deposit("50.00", "EUR"), 3), 1);
    admin.send("POST", order + "/refunds", OrderActions.refund("10.00")).expect(201);
    ann.send("POST", order + "/cancel", Map.of("reason", "no more")).expect(200);
    assertThat(balance()).isEqualTo("43.00");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void isDeliveredWhenAllThatWasShippedHasArrived() {
    String order = bought(ann.deposit("50.00", "EUR"), 2);
    String parcel = shipped(order, 1);
    admin.send("POST", "shipments/" + parcel + "/deliver", null).expect(200);
    JsonNode rest = ann.send("POST", order + "/cancel", Map.of("reason", "no more")).expect(200);
    assertThat(rest.get("status").asText()).isEqualTo("DELIVERED");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void isNotShippedAfterAllItsMoneyWentBackUnlessAnAdminSaysWhy() {
    String order = bought(ann.deposit("50.00", "EUR"), 1);
    admin.send("POST", order + "/refunds", OrderActions.refund("7.00")).expect(201);
    Map<String, Object> parcel = new HashMap<>(Map.of("carrier", "Post"));
    refused(admin.send("POST", order + "/shipments", parcel), 409, "order-refunded");
    parcel.put("shipAnywayReason", "a present");
    admin.send("POST", order + "/shipments", parcel).expect(201);
    assertThat(admin.get(order + "/history").expect(200).toString()).contains("a present");
    String id = order.substring("orders/".length());
    JsonNode log =
        Eventually.see(
            "the audit entry",
            () -> admin.get("admin/audit-log?action=order.shipped&subject=" + id).expect(200),
            page -> !page.get("items").isEmpty());
    assertThat(log.toString()).contains("a present", admin.id().toString());
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void saysWhatIsWrongWithARefund() {
    String order = bought(ann.deposit("50.00", "EUR"), 1);
    for (String none : List.of("0.00", "-1.00")) {
      var answer = admin.send("POST", order + "/refunds", OrderActions.refund(none));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().toString()).contains("must be more than zero");
    }
    Map<String, Object> dollars = Map.of("amount", TestProducts.money("1.00", "USD"));
    var answer = admin.send("POST", order + "/refunds", dollars);
    refused(answer, 422, "currency-mismatch");
    assertThat(answer.body().toString()).contains("expected EUR but got USD");
  }

  @Test
  void isReconciledWithWhatTheGatewayGaveBack() {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(cup, 1));
    orderRequest.put("payment", Map.of("method", "card", "token", "tok_ok"));
    String order =
        "orders/" + ann.send("POST", "orders", orderRequest).expect(201).get("id").asText();
    Eventually.see(
        "the capture",
        () -> ann.get(order + "/payments").expect(200),
        page -> page.at("/items/0/status").asText().equals("CAPTURED"));
    Map<String, Object> some =
        Map.of("amount", TestProducts.money("3.00", "EUR"), "to", "original");
    JsonNode refund = admin.send("POST", order + "/refunds", some).expect(201);
    String part = refund.at("/parts/0/id").asText();
    assertThat(part).isNotEmpty();
    Eventually.see(
        "the refund",
        () -> ann.get(order + "/payments").expect(200),
        page -> page.at("/items/0/status").asText().equals("PARTIALLY_REFUNDED"));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    JsonNode report = admin.get("admin/payments/reconciliation?date=" + today).expect(200);
    assertThat(report.toString()).doesNotContain(part);
  }

  @Test
  void costsSomethingThoughItIsLittle() {
    Map<String, Object> draft = new HashMap<>(TestProducts.draft("1.00", "EUR"));
    draft.put("quantityScale", 3);
    JsonNode tea = admin.send("POST", "products", draft).expect(201);
    Map<String, Object> crumb =
        Map.of("productId", tea.get("id").asText(), "quantity", new BigDecimal("0.004"));
    var answer = ann.send("POST", "checkout/quote", Map.of("items", List.of(crumb)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("too small to have a price");
  }

  private String balance() {
    return ann.get("balance").expect(200).at("/balances/0/amount").asText();
  }

  private String bought(Shopper buyer, int quantity) {
    return "orders/"
        + buyer
            .send("POST", "orders", Shopper.orderRequest(cup, quantity))
            .expect(201)
            .get("id")
            .asText();
  }

  private String shippedPartly(String order, int quantity) {
    shipped(order, quantity);
    return order;
  }

  private String shipped(String order, int quantity) {
    return admin
        .send("POST", order + "/shipments", new OrderActions(cup).parcel(quantity))
        .expect(201)
        .get("id")
        .asText();
  }
}
