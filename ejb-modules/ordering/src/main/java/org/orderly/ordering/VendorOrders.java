package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;

/** Shows vendors what was ordered of theirs; each method is one reading transaction. */
@ApplicationScoped
@Transactional
public class VendorOrders {

  private final Orders orders;

  @Inject
  VendorOrders(Orders orders) {
    this.orders = orders;
  }

  /** Orders with a product that was the vendor's when it was ordered, newest first. */
  public Page<VendorOrder> page(UserId vendor, OrderFilter filter, Limit limit, String cursor) {
    OrderSearch search = new OrderSearch(filter).ofVendor(vendor);
    List<Order> found = orders.found(search, OrderCursor.position(cursor), limit.withLookahead());
    return OrderCursor.page(found, limit, order -> order.viewFor(vendor));
  }

  /**
   * @throws OrderNotFound also for an order in which nothing is the vendor's
   */
  public VendorOrder one(UserId vendor, OrderId id) {
    return orders
        .find(id)
        .filter(order -> order.lines().stream().anyMatch(line -> line.isOf(vendor)))
        .orElseThrow(() -> new OrderNotFound(id))
        .viewFor(vendor);
  }
}
