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
  public Page<OrderView> ofBuyer(UserId buyer, Limit limit, String cursor) {
    return OrderCursor.page(
        orders.ofBuyer(buyer, OrderCursor.position(cursor), limit.withLookahead()),
        limit,
        Order::view);
  }

  /** Everybody's orders, newest first, for admins. */
  public Page<OrderView> all(Limit limit, String cursor) {
    return OrderCursor.page(
        orders.all(OrderCursor.position(cursor), limit.withLookahead()), limit, Order::view);
  }
}
