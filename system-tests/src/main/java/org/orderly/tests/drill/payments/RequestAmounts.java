package org.orderly.tests.drill.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.drill.ConditionNotMet;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.DrillProducts;

/** The amounts and customers of a round's requests. */
final class RequestAmounts {
  private static final Map<String, String> HOME =
      Map.of(
          "name", "Dora Drill",
          "street", "1 Safety Road",
          "city", "York",
          "postalCode", "YO1 1AA",
          "country", "GB");

  private final DrillAccount buyer;
  private final DrillAccount admin;
  private final UUID product;

  RequestAmounts(DrillAccount buyer, DrillAccount admin, UUID product) {
    this.buyer = buyer;
    this.admin = admin;
    this.product = product;
  }

  RepeatedRequest cardOrder() {
    return order(Map.of("method", "card", "token", "tok_ok"));
  }

  RepeatedRequest walletOrder() {
    return order(Map.of("method", "wallet"));
  }

  /**
   * @param orders paid by card; each is given something back
   */
  List<RepeatedRequest> refunds(List<RepeatedRequest> orders) {
    List<RepeatedRequest> refunds = new ArrayList<>();
    for (RepeatedRequest order : orders) {
      if (!order.isDone()) {
        throw new ConditionNotMet("no order to give something back of: " + order);
      }
      refunds.add(new RepeatedRequest(admin, "orders/" + order.id() + "/refunds", part()));
    }
    return refunds;
  }

  RepeatedRequest payout() {
    return new RepeatedRequest(buyer, "balance/withdraw", part());
  }

  private RepeatedRequest order(Map<String, Object> payment) {
    return new RepeatedRequest(
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
    return Map.of("amount", Map.of("amount", "1.00", "currency", DrillProducts.CURRENCY));
  }
}
