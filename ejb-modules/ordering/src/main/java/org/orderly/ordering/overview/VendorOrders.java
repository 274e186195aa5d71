package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;

/** Shows vendors what was ordered of theirs; each method is one reading transaction. */
@ApplicationScoped
@Transactional
public class VendorOrders {

  private final OrderPages pages;
  private final OrderQueries orders;

  @Inject
  VendorOrders(OrderPages pages, OrderQueries orders) {
    this.pages = pages;
    this.orders = orders;
  }

  /** Orders with a product that was the vendor's when it was ordered, newest first. */
  public Page<VendorOrder> page(UserId vendor, OrderFilter filter, Limit limit, String cursor) {
    OrderSearchQueries search = new OrderSearchQueries(filter).ofVendor(vendor);
    return pages.page(search, limit, cursor, order -> VendorOrder.of(order, vendor));
  }

  /**
   * @throws OrderNotFound also for an order in which nothing is the vendor's
   */
  public VendorOrder one(UserId vendor, OrderId id) {
    return orders
        .find(id)
        .filter(order -> order.lines().stream().anyMatch(line -> vendor.equals(line.vendor())))
        .map(order -> VendorOrder.of(order, vendor))
        .orElseThrow(() -> new OrderNotFound(id));
  }
}
