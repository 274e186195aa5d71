package org.orderly.ordering.change;

import java.util.List;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.ordering.ShippingAddress;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.payment.method.PaymentSelection;

/**
 * What an order is to become.
 *
 * @param items all that it is to hold
 * @param shippingAddress {@code null} if it stays
 * @param expectedTotal what the buyer was told that it will cost; {@code null} for any price
 * @param payment how to pay what it costs more, by wallet or card; {@code null} for the balance, or
 *     with the rest if the order still waits for its money
 */
public record EditOrder(
    OrderChange change,
    List<OrderItem> items,
    ShippingAddress shippingAddress,
    Money expectedTotal,
    PaymentSelection payment) {

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
