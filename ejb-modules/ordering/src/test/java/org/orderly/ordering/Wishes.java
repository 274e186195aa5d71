package org.orderly.ordering;

import java.util.List;
import org.orderly.kernel.UserId;
import org.orderly.messaging.RequestKey;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.payment.method.PaymentWish;

/** What buyers of these tests want. */
final class Wishes {

  static final ShippingAddress HOME =
      new ShippingAddress("Ann", "1 High Street", "Leeds", null, "LS1 1AA", "GB");

  private Wishes() {}

  static PlaceOrder of(List<OrderItem> items) {
    UserId buyer = UserId.newId();
    RequestKey request = new RequestKey(buyer, "place-order", null, "");
    return new PlaceOrder(buyer, items, HOME, PaymentWish.wallet(), null, null, request);
  }
}
