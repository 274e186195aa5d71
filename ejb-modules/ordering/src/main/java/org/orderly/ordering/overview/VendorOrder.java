package org.orderly.ordering.overview;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.ShippingAddress;
import org.orderly.ordering.access.VisibleLines;

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

  /** What whoever handles these lines may know of the order. */
  static VendorOrder of(OrderSnapshot order, VisibleLines handled) {
    List<OrderView.Item> theirs =
        order.lines().stream()
            .filter(line -> handled.include(line.vendor()))
            .map(OrderView.Item::of)
            .toList();
    return new VendorOrder(
        order.id(),
        order.number(),
        order.status().name(),
        theirs,
        sum(theirs),
        order.shippingAddress(),
        order.placedAt());
  }

  private static Money sum(List<OrderView.Item> items) {
    return items.stream().map(OrderView.Item::lineTotal).reduce(Money::plus).orElse(null);
  }
}
