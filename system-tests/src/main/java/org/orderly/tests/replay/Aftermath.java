package org.orderly.tests.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.orderly.tests.load.ShopClient;

/**
 * What follows from orders of which something comes back: they are shipped and delivered, the buyer
 * returns, the shop takes the goods in and gives the money back. Each request has a key of its own.
 */
final class Aftermath {

  private final ShopClient shop;
  private final Stage stage;
  private final Session admin;

  Aftermath(ShopClient shop, Stage stage, Session admin) {
    this.shop = shop;
    this.stage = stage;
    this.admin = admin;
  }

  void deliver(Invoice invoice) {
    String order = stage.orderOf(invoice.number());
    Map<String, String> parcel =
        Map.of("carrier", "Replay Post", "trackingNumber", "R-" + invoice.number());
    JsonNode shipment = post("orders/" + order + "/shipments", "ship-" + order, parcel);
    String id = shipment.get("id").asText();
    post("shipments/" + id + "/deliver", "deliver-" + id, Map.of());
  }

  void takeBack(Taken taken) {
    String order = stage.orderOf(taken.invoice());
    Map<String, Object> wish =
        Map.of("items", stage.items(taken.lines()), "reason", "cancelled by " + taken.number());
    String buyer = stage.session(taken.customer()).token();
    String key = taken.number() + "-" + order;
    JsonNode back = shop.post("orders/" + order + "/returns", buyer, key, wish);
    requireWorth(taken, back);
    String path = "returns/" + back.get("id").asText() + "/";
    for (String step : List.of("approve", "receive", "restock")) {
      post(path + step, step + "-" + key, Map.of());
    }
    Map<String, Object> refund =
        Map.of("amount", Stage.money(taken.total()), "reason", "return " + taken.number());
    post("orders/" + order + "/refunds", "refund-" + key, refund);
  }

  private static void requireWorth(Taken taken, JsonNode back) {
    BigDecimal worth = new BigDecimal(back.at("/refundable/amount").asText());
    if (worth.compareTo(taken.total()) != 0) {
      throw new ShopClient.Refused(
          taken.number() + " takes back " + taken.total() + ", but the shop says " + worth);
    }
  }

  private JsonNode post(String path, String key, Object body) {
    return shop.post(path, admin.token(), key, body);
  }
}
