package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;

/** Shows orders; each method is one reading transaction. */
@ApplicationScoped
@Transactional
public class OrderQueries {

  private final Orders orders;

  @Inject
  OrderQueries(Orders orders) {
    this.orders = orders;
  }

  /**
   * @throws OrderNotFound also for an order of another buyer
   */
  public OrderView ofBuyer(UserId buyer, OrderId id) {
    return orders
        .find(id)
        .filter(order -> order.buyer().equals(buyer))
        .orElseThrow(() -> new OrderNotFound(id))
        .view();
  }

  /** Any buyer's order, for admins. */
  public OrderView any(OrderId id) {
    return orders.find(id).orElseThrow(() -> new OrderNotFound(id)).view();
  }

  /** A buyer's orders, newest first. */
  public Page<OrderView> ofBuyer(UserId buyer, OrderFilter filter, Limit limit, String cursor) {
    return page(new OrderSearch(filter).ofBuyer(buyer), limit, cursor);
  }

  /** Everybody's orders, newest first; the filter's e-mail address is not looked at. */
  Page<OrderView> all(OrderFilter filter, Limit limit, String cursor) {
    return page(new OrderSearch(filter), limit, cursor);
  }

  /**
   * @param account whose the filter's e-mail address is; {@code null} if it is nobody's
   */
  Page<OrderView> ofEmail(UserId account, OrderFilter filter, Limit limit, String cursor) {
    return page(new OrderSearch(filter).ofEmail(filter.email(), account), limit, cursor);
  }

  private Page<OrderView> page(OrderSearch search, Limit limit, String cursor) {
    return OrderCursor.page(
        orders.found(search, OrderCursor.position(cursor), limit.withLookahead()),
        limit,
        Order::view);
  }
}
