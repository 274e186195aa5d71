package org.orderly.ordering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentSelection;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * A buyer's command to place an order.
 *
 * @param items the items to order; {@code null} for the buyer's cart
 * @param expectedTotal the total that the buyer was shown; {@code null} to accept any price
 * @param guestEmail of a buyer without an account; {@code null} if they have one
 * @param request identifies the request if it is sent again
 */
public record PlaceOrder(
    UserId buyer,
    @Nullable List<ProductQuantity> items,
    PostalAddress shippingAddress,
    PaymentSelection payment,
    @Nullable Money expectedTotal,
    @Nullable String guestEmail,
    IdempotencyKey request) {

  public PlaceOrder {
    if (items != null && items.size() > PricedItems.MAX_LINES) {
      throw new InvalidValue("items", "are more than " + PricedItems.MAX_LINES);
    }
  }

  PlaceOrder withRequest(IdempotencyKey other) {
    return new PlaceOrder(buyer, items, shippingAddress, payment, expectedTotal, guestEmail, other);
  }
}
