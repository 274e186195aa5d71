package org.orderly.ordering.overview;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.OrderLine;

/**
 * An order as shown to a vendor: the vendor's own lines and where to send them. Who bought it, what
 * else and for how much, is nobody else's business.
 *
 * @param total of these lines with their own adjustments; those of the whole order are not the
 *     vendor's
 */
public record VendorOrder(
    OrderId id,
    String number,
    String status,
    List<OrderView.Item> items,
    Money total,
    PostalAddress shippingAddress,
    Instant createdAt) {

  /** What whoever handles these lines may know of the order. */
  static VendorOrder of(OrderSnapshot order, VisibleLines handled) {
    List<OrderLine> theirs =
        order.lines().stream().filter(line -> handled.include(line.vendor())).toList();
    return new VendorOrder(
        order.id(),
        order.number(),
        order.status().name(),
        OrderView.Item.all(theirs),
        sum(theirs, order.total().currency()),
        order.shippingAddress(),
        order.placedAt());
  }

  private static Money sum(List<OrderLine> lines, Currency currency) {
    return lines.stream().map(OrderLine::subtotal).reduce(Money.zero(currency), Money::plus);
  }
}
