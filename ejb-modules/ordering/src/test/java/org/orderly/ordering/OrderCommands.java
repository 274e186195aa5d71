package org.orderly.ordering;

import java.util.List;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;

/** What buyers of these tests want. */
final class OrderCommands {

  static final PostalAddress HOME =
      new PostalAddress("Ann", "1 High Street", "Leeds", null, "LS1 1AA", "GB");

  private OrderCommands() {}

  static PlaceOrder of(List<ProductQuantity> items) {
    UserId buyer = UserId.newId();
    IdempotencyKey request = new IdempotencyKey(buyer, "place-order", null, "");
    return new PlaceOrder(buyer, items, HOME, PaymentSelection.wallet(), null, null, request);
  }
}
