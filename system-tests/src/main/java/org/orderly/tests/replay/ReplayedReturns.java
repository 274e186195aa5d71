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
final class ReplayedReturns {

  private final ShopClient shop;
  private final ReplaySetup replaySetup;
  private final ReplaySession admin;

  ReplayedReturns(ShopClient shop, ReplaySetup replaySetup, ReplaySession admin) {
    this.shop = shop;
    this.replaySetup = replaySetup;
    this.admin = admin;
  }

  void deliver(ReplayedInvoice replayedInvoice) {
    String order = replaySetup.orderOf(replayedInvoice.number());
    Map<String, String> parcel =
        Map.of("carrier", "Replay Post", "trackingNumber", "R-" + replayedInvoice.number());
    JsonNode shipment = post("orders/" + order + "/shipments", "ship-" + order, parcel);
    String id = shipment.get("id").asText();
    post("shipments/" + id + "/deliver", "deliver-" + id, Map.of());
  }

  void takeBack(CancelledQuantity cancelledQuantity) {
    String order = replaySetup.orderOf(cancelledQuantity.invoice());
    Map<String, Object> requested =
        Map.of(
            "items",
            replaySetup.items(cancelledQuantity.lines()),
            "reason",
            "cancelled by " + cancelledQuantity.number());
    String buyer = replaySetup.session(cancelledQuantity.customer()).token();
    String key = cancelledQuantity.number() + "-" + order;
    JsonNode back = shop.post("orders/" + order + "/returns", buyer, key, requested);
    requireWorth(cancelledQuantity, back);
    String path = "returns/" + back.get("id").asText() + "/";
    for (String step : List.of("approve", "receive", "restock")) {
      post(path + step, step + "-" + key, Map.of());
    }
    Map<String, Object> refund =
        Map.of(
            "amount",
            ReplaySetup.money(cancelledQuantity.total()),
            "reason",
            "return " + cancelledQuantity.number());
    post("orders/" + order + "/refunds", "refund-" + key, refund);
  }

  private static void requireWorth(CancelledQuantity cancelledQuantity, JsonNode back) {
    BigDecimal worth = new BigDecimal(back.at("/refundable/amount").asText());
    if (worth.compareTo(cancelledQuantity.total()) != 0) {
      throw new ShopClient.Refused(
          cancelledQuantity.number()
              + " takes back "
              + cancelledQuantity.total()
              + ", but the shop says "
              + worth);
    }
  }

  private JsonNode post(String path, String key, Object body) {
    return shop.post(path, admin.token(), key, body);
  }
}
