package org.orderly.tests.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What may become of orders, step by step, so that there is something to tell. */
public record LifeOfOrders(Shopper buyer, TestProducts goods) {

  /**
   * Placed, packed, sent, arrived, sent back, put into the stock again, and the money given back.
   */
  public String bringOneThereAndBack() {
    String order = place(Shopper.orderRequest(goods, 2));
    admin(order + "/process", null, 200);
    String parcel = shipped(order);
    admin("shipments/" + parcel + "/deliver", null, 200);
    String refused = "returns/" + wantBack(order);
    admin(refused + "/refuse", Map.of("reason", "worn"), 200);
    String back = "returns/" + wantBack(order);
    admin(back + "/approve", null, 200);
    admin(back + "/receive", null, 200);
    Map<String, Object> one = Map.of("items", List.of(items(1)));
    admin(back + "/restock", one, 200);
    admin(back + "/write-off", null, 200);
    admin(order + "/refunds", Map.of("amount", TestProducts.money("1.00", "EUR")), 201);
    return order;
  }

  /** Placed, changed, and called off. */
  public String changeOneAndCallItOff() {
    String order = place(Shopper.orderRequest(goods, 1));
    Map<String, Object> more = Map.of("items", List.of(items(2)));
    buyer.send("PATCH", order, more).expect(200);
    buyer.send("POST", order + "/cancel", Map.of("reason", "changed my mind")).expect(200);
    return order;
  }

  /** Waits for its money, and for nothing else. */
  public String leaveOneUnpaid() {
    return place(paidBy(Map.of("method", "invoice")));
  }

  public String payOneByCard() {
    return place(paidBy(Map.of("method", "card", "token", "tok_ok")));
  }

  private Map<String, Object> paidBy(Map<String, Object> payment) {
    Map<String, Object> orderRequest = new HashMap<>(Shopper.orderRequest(goods, 1));
    orderRequest.put("payment", payment);
    return orderRequest;
  }

  private String place(Map<String, Object> orderRequest) {
    return "orders/"
        + buyer
            .post("orders", UUID.randomUUID().toString(), orderRequest)
            .expect(201)
            .get("id")
            .asText();
  }

  private String shipped(String order) {
    Map<String, Object> parcel = Map.of("carrier", "Pigeon Post", "trackingNumber", "P-1");
    return RunningShop.admin()
        .send("POST", order + "/shipments", parcel)
        .expect(201)
        .get("id")
        .asText();
  }

  private String wantBack(String order) {
    Map<String, Object> orderRequest = Map.of("reason", "too many");
    return buyer.send("POST", order + "/returns", orderRequest).expect(201).get("id").asText();
  }

  private Map<String, Object> items(int quantity) {
    return Map.of("productId", goods.id(), "quantity", quantity);
  }

  private static void admin(String path, Object body, int status) {
    RunningShop.admin().send("POST", path, body).expect(status);
  }
}
