package org.orderly.ordering;

import java.util.List;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;

/** What buyers of these tests want. */
final class OrderCommands {

  static final ShippingAddress HOME =
      new ShippingAddress("Ann", "1 High Street", "Leeds", null, "LS1 1AA", "GB");

  private OrderCommands() {}

  static PlaceOrder of(List<OrderItem> items) {
    UserId buyer = UserId.newId();
    IdempotencyKey request = new IdempotencyKey(buyer, "place-order", null, "");
    return new PlaceOrder(buyer, items, HOME, PaymentSelection.wallet(), null, null, request);
  }
}
