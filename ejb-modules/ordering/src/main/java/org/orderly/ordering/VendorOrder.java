package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;

/**
 * An order as shown to a vendor: the vendor's own lines and where to send them. Who bought it, what
 * else and for how much, is nobody else's business.
 *
 * @param total of these lines
 */
public record VendorOrder(
    OrderId id,
    String number,
    String status,
    List<OrderView.Item> items,
    Money total,
    ShippingAddress shippingAddress,
    Instant createdAt) {

  VendorOrder(
      OrderId id,
      String number,
      String status,
      List<OrderView.Item> items,
      ShippingAddress shippingAddress,
      Instant createdAt) {
    this(id, number, status, List.copyOf(items), sum(items), shippingAddress, createdAt);
  }

  private static Money sum(List<OrderView.Item> items) {
    return items.stream().map(OrderView.Item::lineTotal).reduce(Money::plus).orElse(null);
  }
}
