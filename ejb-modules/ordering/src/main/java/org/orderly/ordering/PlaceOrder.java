package org.orderly.ordering;

import java.util.List;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * A buyer's wish to order.
 *
 * @param items what to order; {@code null} for all that is in the buyer's cart
 * @param expectedTotal what the buyer was told that it costs; {@code null} if they take any price
 * @param guestEmail of a buyer without an account; {@code null} if they have one
 * @param request recognises the wish when it is sent again
 */
public record PlaceOrder(
    UserId buyer,
    List<OrderItem> items,
    ShippingAddress shippingAddress,
    PaymentSelection payment,
    Money expectedTotal,
    String guestEmail,
    IdempotencyKey request) {

  public PlaceOrder {
    if (items != null && items.size() > PricedItems.MAX_LINES) {
      throw new InvalidValue("items", "are more than " + PricedItems.MAX_LINES);
    }
  }

  PlaceOrder withRequest(IdempotencyKey other) {
    return new PlaceOrder(buyer, items, shippingAddress, payment, expectedTotal, guestEmail, other);
  }

  boolean isForCart() {
    return items == null;
  }
}
