package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Invoices are for who pays, are issued once, and are numbered without gaps whatever dies. */
@ExtendWith(RunningShop.class)
class InvoiceIT {

  private static final int ASKING = 12;
  private static final String WAITING =
      "from pg_stat_activity where wait_event_type = 'Lock' and query like '%into invoice_series%'";

  private static Shopper potter;
  private static Shopper ann;
  private static TestProducts pot;

  @BeforeAll
  static void openTheShop() {
    potter = Shopper.vendor(RunningShop.api());
    pot = TestProducts.listed(potter, "2.00", "EUR", 1_000, null);
    ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
  }

  @Test
  void isIssuedOnceForWhoPays() {
    String order = order();
    Answer first = ann.get("orders/" + order + "/invoice");
    first.expect(200);
    assertThat(first.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(name(first)).matches("INV-\\d{4}-\\d{6}\\.pdf");
    assertThat(name(ann.get("orders/" + order + "/invoice"))).isEqualTo(name(first));
    assertThat(name(RunningShop.admin().get("orders/" + order + "/invoice")))
        .isEqualTo(name(first));
    assertThat(potter.get("orders/" + order + "/invoice").status()).isEqualTo(404);
    assertThat(potter.get("orders/" + order + "/packing-slip").status()).isEqualTo(200);
    assertThat(ann.get("orders/" + order + "/packing-slip").status()).isEqualTo(403);
  }

  @Test
  void isDrawnInAnyScript() {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(pot, 1));
    Map<String, Object> address = new HashMap<>(Shopper.HOME);
    address.putAll(Map.of("name", "יוסי כהן", "street", "محمد علي", "city", "山田 太郎"));
    orderRequest.put("shippingAddress", address);
    String order = ann.send("POST", "orders", orderRequest).expect(201).get("id").asText();
    assertThat(ann.get("orders/" + order + "/invoice").status()).isEqualTo(200);
    assertThat(potter.get("orders/" + order + "/packing-slip").status()).isEqualTo(200);
  }

  @Test
  void cannotBeRewritten() throws SQLException {
    String order = order();
    ann.get("orders/" + order + "/invoice").expect(200);
    try (Connection connection = ShopDatabases.connect("ordering");
        Statement statement = connection.createStatement()) {
      String where = " where order_id = '" + order + "'";
      for (String change :
          List.of("update invoice set number = number + 1", "delete from invoice")) {
        assertThat(refusal(statement, change + where)).contains("invoices are never changed");
      }
    }
  }

  @Test
  void numbersHaveNoGapsThoughSomeWhoTakeOneDie() throws SQLException {
    ann.get("orders/" + order() + "/invoice").expect(200);
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < ASKING; i++) {
      orders.add(order());
    }
    List<Integer> statuses;
    try (Connection counter = ShopDatabases.connect("ordering");
        Statement statement = counter.createStatement()) {
      // before anybody asks, or all may have their number already
      counter.setAutoCommit(false);
      statement.execute("select 1 from invoice_series for update");
      statuses =
          ConcurrentShoppers.of(
              ASKING + 1,
              i ->
                  i == ASKING
                      ? killSome(statement)
                      : ann.get("orders/" + orders.get(i) + "/invoice").status());
    }
    assertThat(statuses).as("some died").anyMatch(status -> status >= 500).contains(200);
    List<String> names = new ArrayList<>();
    orders.forEach(order -> names.add(name(ann.get("orders/" + order + "/invoice"))));
    assertThat(names).doesNotHaveDuplicates();
    JsonNode check = RunningShop.admin().get("admin/invoices/check").expect(200);
    assertThat(check.get("ok").asBoolean()).as(check.toString()).isTrue();
    assertThat(check.at("/years/0/lastNumber").asLong())
        .isEqualTo(ShopDatabases.count("ordering", "select count(*) from invoice"));
  }

  /** Waits until many wait for the locked counter, ends the sessions of some, and unlocks it. */
  private static int killSome(Statement counter) {
    Eventually.see(
        "a queue for the counter",
        () -> ShopDatabases.count("ordering", "select count(*) " + WAITING),
        waiting -> waiting >= ASKING / 2);
    try {
      counter.execute("select pg_terminate_backend(pid) " + WAITING + " limit " + ASKING / 4);
      counter.getConnection().commit();
      return 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static String order() {
    return ann.send("POST", "orders", Shopper.orderRequest(pot, 1)).expect(201).get("id").asText();
  }

  private static String name(Answer answer) {
    answer.expect(200);
    return answer.header("Content-Disposition").replaceAll(".*filename=\"([^\"]*)\".*", "$1");
  }

  private static String refusal(Statement statement, String sql) {
    try {
      statement.execute(sql);
      return "none";
    } catch (SQLException e) {
      return e.getMessage();
    }
  }
}
