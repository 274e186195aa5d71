package org.orderly.tests.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people do with orders of one product, wherever their requests go. */
public record OrderActions(TestProducts goods) {

  /** So many pieces has an order that is still to be paid; it can be made smaller. */
  public static final int MANY = 20;

  /** It waits for a bank transfer, and so for nothing that happens by itself. */
  public String unpaid(Shopper buyer) {
    return unpaidOf(buyer, MANY);
  }

  public String unpaidOf(Shopper buyer, int quantity) {
    return order(buyer, orderRequest("invoice", quantity));
  }

  /** Paid from the balance. */
  public String paid(Shopper buyer) {
    return order(buyer, orderRequest("wallet", 1));
  }

  private static String order(Shopper buyer, Map<String, Object> orderRequest) {
    return "orders/" + buyer.send("POST", "orders", orderRequest).expect(201).get("id").asText();
  }

  public Map<String, Object> orderRequest(String method, int quantity) {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(goods, quantity));
    orderRequest.put("payment", Map.of("method", method));
    return orderRequest;
  }

  public void change(Shopper buyer, String order, int quantity) {
    buyer.send("PATCH", order, items(quantity)).expect(200);
  }

  public void cancel(Shopper buyer, String order) {
    buyer.send("POST", order + "/cancel", Map.of("reason", "no more")).expect(200);
  }

  public Map<String, Object> parcel(int quantity) {
    Map<String, Object> parcel = new HashMap<>(items(quantity));
    parcel.put("carrier", "Post");
    return parcel;
  }

  private Map<String, Object> items(int quantity) {
    return Map.of("items", List.of(Map.of("productId", goods.id(), "quantity", quantity)));
  }

  public static Map<String, Object> refund(String amount) {
    return Map.of("amount", TestProducts.money(amount, "EUR"), "to", "balance");
  }

  public static Map<String, Object> amount(String amount) {
    return Map.of("amount", TestProducts.money(amount, "EUR"));
  }
}
