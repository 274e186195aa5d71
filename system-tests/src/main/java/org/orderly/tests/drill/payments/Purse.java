package org.orderly.tests.drill.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.drill.Account;
import org.orderly.tests.drill.Goods;
import org.orderly.tests.drill.Undone;

/** Who asks for what in a round. */
final class Purse {
  private static final Map<String, String> HOME =
      Map.of(
          "name", "Dora Drill",
          "street", "1 Safety Road",
          "city", "York",
          "postalCode", "YO1 1AA",
          "country", "GB");

  private final Account buyer;
  private final Account admin;
  private final UUID product;

  Purse(Account buyer, Account admin, UUID product) {
    this.buyer = buyer;
    this.admin = admin;
    this.product = product;
  }

  Errand cardOrder() {
    return order(Map.of("method", "card", "token", "tok_ok"));
  }

  Errand walletOrder() {
    return order(Map.of("method", "wallet"));
  }

  /**
   * @param orders paid by card; each is given something back
   */
  List<Errand> refunds(List<Errand> orders) {
    List<Errand> refunds = new ArrayList<>();
    for (Errand order : orders) {
      if (!order.isDone()) {
        throw new Undone("no order to give something back of: " + order);
      }
      refunds.add(new Errand(admin, "orders/" + order.id() + "/refunds", part()));
    }
    return refunds;
  }

  Errand payout() {
    return new Errand(buyer, "balance/withdraw", part());
  }

  private Errand order(Map<String, Object> payment) {
    return new Errand(
        buyer,
        "orders",
        Map.of(
            "items",
            List.of(Map.of("productId", product, "quantity", 1)),
            "shippingAddress",
            HOME,
            "payment",
            payment));
  }

  private static Map<String, Object> part() {
    return Map.of("amount", Map.of("amount", "1.00", "currency", Goods.CURRENCY));
  }
}
