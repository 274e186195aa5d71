package org.orderly.ordering.change;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.ProductQuantity;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;

/**
 * A command to replace an order's lines.
 *
 * @param items all items of the order after the edit
 * @param shippingAddress {@code null} to keep it
 * @param expectedTotal the total that the buyer was shown; {@code null} to accept any price
 * @param payment how to pay the difference, by wallet or card; {@code null} for the balance, or
 *     with the rest if the order is still unpaid
 */
public record EditOrder(
    OrderChange change,
    List<ProductQuantity> items,
    @Nullable PostalAddress shippingAddress,
    @Nullable Money expectedTotal,
    @Nullable PaymentSelection payment) {

  public EditOrder {
    if (payment != null
        && payment.method() != PaymentMethod.WALLET
        && payment.method() != PaymentMethod.CARD) {
      throw new InvalidValue("payment.method", "must be wallet or card for an edit");
    }
    if (items.isEmpty() || items.size() > PricedItems.MAX_LINES) {
      throw new InvalidValue("items", "must be 1 to " + PricedItems.MAX_LINES);
    }
  }
}
