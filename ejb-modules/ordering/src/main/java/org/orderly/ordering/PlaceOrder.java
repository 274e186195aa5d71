package org.orderly.ordering;

import java.util.List;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;
import org.orderly.messaging.RequestKey;
import org.orderly.payment.PaymentMethod;

/**
 * A buyer's wish to order.
 *
 * @param items what to order; {@code null} for all that is in the buyer's cart
 * @param request recognises the wish when it is sent again
 */
public record PlaceOrder(
    UserId buyer,
    List<OrderItem> items,
    ShippingAddress shippingAddress,
    PaymentMethod payment,
    RequestKey request) {

  /** The most products in one order. */
  public static final int MAX_LINES = 500;

  public PlaceOrder {
    if (items != null && items.size() > MAX_LINES) {
      throw new InvalidValue("items", "are more than " + MAX_LINES);
    }
  }

  boolean isForCart() {
    return items == null;
  }
}
