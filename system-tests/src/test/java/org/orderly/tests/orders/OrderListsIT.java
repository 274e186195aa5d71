package org.orderly.tests.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.StatementLog;
import org.orderly.tests.support.TestProducts;

/** Orders are found again: page by page, by what is known of them, and all of them in one file. */
@ExtendWith(RunningShop.class)
class OrderListsIT {

  private static final int MANY = 12;

  private static Shopper potter;
  private static Shopper ann;
  private static TestProducts pot;
  private static TestProducts tea;
  private static final List<String> ORDERS = new ArrayList<>();

  @BeforeAll
  static void sell() {
    potter = Shopper.vendor(RunningShop.api());
    pot = TestProducts.listed(potter, "2.00", "EUR", 1_000, null);
    tea = TestProducts.listed("3.00", "EUR", 1_000, null);
    ann = Shopper.registered(RunningShop.api()).deposit("500.00", "EUR");
    for (int i = 0; i < MANY; i++) {
      ORDERS.add(0, order(Map.of(tea.id(), 1)));
    }
    ORDERS.add(0, order(Map.of(pot.id(), 1, tea.id(), 2)));
    ann.send("POST", "orders/" + ORDERS.get(1) + "/cancel", Map.of("reason", "too many"))
        .expect(200);
  }

  @Test
  void pagesGoOnWhereTheLastOneEnded() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = ann.get("orders?limit=5" + cursor).expect(200);
      seen.addAll(page.get("items").findValuesAsText("id"));
      cursor =
          page.get("nextCursor").isNull() ? null : "&cursor=" + page.get("nextCursor").asText();
    }
    assertThat(seen).isEqualTo(ORDERS);
  }

  @Test
  void areNarrowedByWhatIsKnownOfThem() {
    assertThat(ids(ann, "orders?status=CANCELLED")).containsExactly(ORDERS.get(1));
    assertThat(ids(ann, "orders?status=CANCELLED,CONFIRMED&limit=100")).isEqualTo(ORDERS);
    assertThat(ids(ann, "orders?status=CONFIRMED&sku=" + pot.sku())).containsExactly(ORDERS.get(0));
    String number = ann.get("orders/" + ORDERS.get(3)).expect(200).get("number").asText();
    assertThat(ids(ann, "orders?number=" + number)).containsExactly(ORDERS.get(3));
    String since = ann.get("orders/" + ORDERS.get(2)).expect(200).get("createdAt").asText();
    assertThat(ids(ann, "orders?from=" + since)).isEqualTo(ORDERS.subList(0, 3));
    assertThat(ids(ann, "orders?limit=100&to=" + since))
        .isEqualTo(ORDERS.subList(3, ORDERS.size()));
    assertThat(ids(RunningShop.admin(), "orders/all?limit=100&email=" + ann.email().toUpperCase()))
        .isEqualTo(ORDERS);
    assertThat(ids(RunningShop.admin(), "orders/all?email=nobody@example.org")).isEmpty();
    assertThat(ids(potter, "vendor/orders?sku=" + pot.sku())).containsExactly(ORDERS.get(0));
    assertThat(ids(potter, "vendor/orders?sku=" + tea.sku())).isEmpty();
    assertThat(ids(potter, "orders?sku=" + pot.sku())).isEmpty();
  }

  @Test
  void saysWhichFilterIsWrong() {
    for (String wrong :
        List.of("status=LOST", "from=soon", "to=2026-02-30", "sku=", "number=%00")) {
      JsonNode problem = ann.get("orders?" + wrong).expect(400);
      assertThat(problem.get("field").asText()).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
    }
  }

  @Test
  void fileHasARowForEachOrderAndNothingThatCalculates() throws Exception {
    Map<String, Object> orderRequest = new java.util.HashMap<>(Shopper.orderRequest(tea, 1));
    Map<String, Object> address = new java.util.HashMap<>(Shopper.HOME);
    address.put("name", "=HYPERLINK(\"http://evil.example\",\"x\")");
    orderRequest.put("shippingAddress", address);
    Shopper bob = Shopper.registered(RunningShop.api()).deposit("50.00", "EUR");
    bob.send("POST", "orders", orderRequest).expect(201);
    String own = file(bob, "orders/export");
    assertThat(own.split("\r\n")).hasSize(2);
    assertThat(own).startsWith("\uFEFFnumber,id,status,").contains(",\"'=HYPERLINK(\"\"http:");
    assertThat(file(ann, "orders/export").split("\r\n")).hasSize(ORDERS.size() + 1);
    assertThat(file(ann, "orders/export?status=CANCELLED").split("\r\n")).hasSize(2);
    assertThat(file(RunningShop.admin(), "orders/all/export?email=" + ann.email()))
        .isEqualTo(file(ann, "orders/export"));
    assertThat(file(potter, "vendor/orders/export")).contains(pot.sku()).doesNotContain(tea.sku());
  }

  @Test
  void takeAsManyStatementsForManyOrdersAsForOne() throws SQLException {
    for (String list : List.of("orders", "orders/all")) {
      Shopper asker = list.equals("orders") ? ann : RunningShop.admin();
      int forOne = statements(() -> asker.get(list + "?limit=1").expect(200));
      int forMany = statements(() -> asker.get(list + "?limit=100").expect(200));
      assertThat(forMany).as(list).isEqualTo(forOne).isBetween(1, 3);
    }
  }

  private static int statements(Runnable request) throws SQLException {
    try (StatementLog spoken = StatementLog.listen()) {
      request.run();
      return spoken.about("order by o.id desc", "order_line l1_0");
    }
  }

  private static String order(Map<java.util.UUID, Object> items) {
    return ann.send("POST", "orders", Shopper.orderRequest(items)).expect(201).get("id").asText();
  }

  private static List<String> ids(Shopper asker, String path) {
    List<String> ids = new ArrayList<>();
    asker.get(path).expect(200).get("items").forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  private static String file(Shopper asker, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(asker.request(path).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringCase("text/csv;charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("orders.csv");
    return answer.body();
  }
}
