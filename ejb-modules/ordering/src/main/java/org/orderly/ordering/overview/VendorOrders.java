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
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.access.VisibleLines;

/** Shows vendors what was ordered of theirs; each method is one reading transaction. */
@ApplicationScoped
@Transactional
public class VendorOrders {

  private final OrderPages pages;
  private final OrderQueries orders;
  private final OrderAccess access;

  @Inject
  VendorOrders(OrderPages pages, OrderQueries orders, OrderAccess access) {
    this.pages = pages;
    this.orders = orders;
    this.access = access;
  }

  /** Orders with a product that was the vendor's when it was ordered, newest first. */
  public Page<VendorOrder> page(UserId vendor, OrderFilter filter, Limit limit, String cursor) {
    OrderSearchQueries search = new OrderSearchQueries(filter).ofVendor(vendor);
    VisibleLines own = new VisibleLines.OfVendor(vendor);
    return pages.page(search, limit, cursor, order -> VendorOrder.of(order, own));
  }

  /**
   * What the actor handles in an order: everything for the shop, a vendor's own lines.
   *
   * @throws OrderNotFound also for an order in which nothing is the actor's to handle
   */
  public VendorOrder one(OrderActor actor, OrderId id) {
    VisibleLines handled = access.require(actor, id, Permission.HANDLE).lines();
    return orders
        .find(id)
        .map(order -> VendorOrder.of(order, handled))
        .orElseThrow(() -> new OrderNotFound(id));
  }
}
