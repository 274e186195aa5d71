package org.orderly.tests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** What was sold is what the orders say, by the events of orders, or made anew from them. */
@ExtendWith(RunningShop.class)
class AnalyticsIT {

  /** Nobody else here sells in francs. */
  private static final String CURRENCY = "CHF";

  private final Shopper admin = RunningShop.admin();
  private final TestProducts tea = TestProducts.listed("3.00", CURRENCY, 1_000, null);

  @Test
  void countsWhatIsConfirmedAndNotCalledOff() throws SQLException {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("500.00", CURRENCY);
    Shopper bob = Shopper.registered(RunningShop.api()).deposit("500.00", CURRENCY);
    order(ann, 2);
    order(ann, 4);
    String cancelled = order(bob, 10);
    order(bob, 1);
    see("21.00 CHF after four", 4, "51.00");
    bob.send("POST", "orders/" + cancelled + "/cancel", Map.of("reason", "no")).expect(200);
    see("21.00 CHF without the one called off", 3, "21.00");
    JsonNode total = sales().at("/currencies/0/total");
    assertThat(total.at("/averageValue/amount").asText()).isEqualTo("7.00");
    assertThat(total.get("units").asInt()).isEqualTo(7);
    assertThat(total.get("newCustomers").asInt()).isEqualTo(2);
    assertThat(total.get("returningCustomers").asInt()).isZero();
    JsonNode best = admin.get("admin/analytics/products?currency=CHF&limit=1").expect(200);
    assertThat(best.at("/items/0/sku").asText()).isEqualTo(tea.sku());
    assertThat(best.at("/items/0/revenue/amount").asText()).isEqualTo("21.00");
    JsonNode categories = admin.get("admin/analytics/categories?currency=CHF").expect(200);
    assertThat(categories.at("/items/0/category")).hasSize(2);

    spoil("update sales_summary set revenue = revenue + 1 where currency = 'CHF'");
    spoil(
        "delete from sales_order_line where order_id in (select order_id from sales_order"
            + " where currency = 'CHF')");
    assertThat(admin.get("admin/analytics/check").expect(200).get("ok").asBoolean()).isFalse();
    admin.send("POST", "admin/analytics/rebuild", null).expect(200);
    see("21.00 CHF made anew", 3, "21.00");
    Eventually.see(
        "no differences",
        () -> admin.get("admin/analytics/check").expect(200),
        check -> check.get("ok").asBoolean());
  }

  @Test
  void saysWhichParameterIsWrong() {
    for (String wrong :
        List.of("zone=Nowhere", "currency=EURO", "interval=hour", "from=soon", "to=1969-01-01")) {
      JsonNode problem = admin.get("admin/analytics/sales?" + wrong).expect(400);
      assertThat(problem.get("field").asText()).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  private void see(String what, int orders, String revenue) {
    Eventually.see(
        what,
        () -> sales().at("/currencies/0/total"),
        total ->
            total.at("/orders").asInt() == orders
                && total.at("/revenue/amount").asText().equals(revenue));
  }

  private JsonNode sales() {
    LocalDate today = LocalDate.now(ZoneId.of("Pacific/Auckland"));
    return admin
        .get(
            "admin/analytics/sales?zone=Pacific/Auckland&currency=CHF&from=%s&to=%s"
                .formatted(today.minusDays(1), today))
        .expect(200);
  }

  private String order(Shopper buyer, int quantity) {
    return buyer
        .send("POST", "orders", Shopper.orderRequest(tea, quantity))
        .expect(201)
        .get("id")
        .asText();
  }

  private static void spoil(String sql) throws SQLException {
    try (Connection connection = ShopDatabases.connect("ordering");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
