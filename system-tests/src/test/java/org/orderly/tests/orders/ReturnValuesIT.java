package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.NothingChanges;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Many small returns of one line, each rounded to the cent, give back what was paid for it. */
@ExtendWith(RunningShop.class)
class ReturnValuesIT {

  private final Shopper admin = RunningShop.admin();
  private final Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");

  @Test
  void tenReturnsOfATenthGiveBackThePriceOfOne() throws SQLException {
    String goods = goodsInTenths();
    UUID id = order(goods);
    String order = "orders/" + id;
    BigDecimal given = BigDecimal.ZERO;
    for (int i = 0; i < 10; i++) {
      given = given.add(refunded(order, returned(order, goods)));
    }
    assertThat(given).isEqualByComparingTo("0.05");
    assertThat(ann.get(order).expect(200).get("status").asText()).isEqualTo("RETURNED");
    NothingChanges.refused(refund(order, "0.01"), 422, "refund-above-captured");
    IntegrityChecks.assertThatAllPass();

    String more = "update return_item set received_value = received_value %s where product_id = '";
    assertThatThrownBy(() -> ShopDatabases.change("ordering", more.formatted("+ 1") + goods + "'"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("returns of product " + goods + " give back");
    try {
      ShopDatabases.change(
          "ordering", ShopDatabases.unguarded("return_item", more.formatted("+ 1") + goods + "'"));
      IntegrityChecks.assertThatFails("I6", id);
    } finally {
      ShopDatabases.change("ordering", more.formatted("- 1") + goods + "'");
    }
    IntegrityChecks.assertThatAllPass();
  }

  private String goodsInTenths() {
    Map<String, Object> draft = TestProducts.draft("0.05", "EUR");
    draft.put("quantityScale", 1);
    draft.put("initialStock", 5);
    return admin.send("POST", "products", draft).expect(201).get("id").asText();
  }

  private UUID order(String goods) {
    JsonNode order =
        ann.send("POST", "orders", Shopper.orderRequest(Map.of(UUID.fromString(goods), 1)))
            .expect(201);
    String path = "orders/" + order.get("id").asText();
    admin.send("POST", path + "/shipments", Map.of("carrier", "Post")).expect(201);
    return UUID.fromString(order.get("id").asText());
  }

  private JsonNode returned(String order, String goods) {
    Map<String, Object> tenth =
        Map.of(
            "reason",
            "too many",
            "items",
            List.of(Map.of("productId", goods, "quantity", new BigDecimal("0.1"))));
    JsonNode requested = ann.send("POST", order + "/returns", tenth).expect(201);
    String back = "returns/" + requested.get("id").asText();
    admin.send("POST", back + "/approve", null).expect(200);
    JsonNode received = admin.send("POST", back + "/receive", null).expect(200);
    assertThat(received.get("refundable")).isEqualTo(requested.get("refundable"));
    admin.send("POST", back + "/restock", null).expect(200);
    return received;
  }

  /** Nobody can refund nothing. */
  private BigDecimal refunded(String order, JsonNode back) {
    BigDecimal value = new BigDecimal(back.at("/refundable/amount").asText());
    if (value.signum() > 0) {
      refund(order, value.toPlainString()).expect(201);
    }
    return value;
  }

  private Api.Answer refund(String order, String amount) {
    return admin.send(
        "POST",
        order + "/refunds",
        Map.of("amount", TestProducts.money(amount, "EUR"), "to", "balance"));
  }
}
