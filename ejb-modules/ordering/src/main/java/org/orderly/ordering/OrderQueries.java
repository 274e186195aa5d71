package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** Shows orders; each method is one reading transaction. */
@ApplicationScoped
@Transactional
public class OrderQueries {

  /** Later than every version 7 id. */
  private static final UUID END_OF_TIME = new UUID(-1L, -1L);

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
    return page(orders.ofBuyer(buyer, position(cursor), limit.withLookahead()), limit);
  }

  /** Everybody's orders, newest first, for admins. */
  public Page<OrderView> all(Limit limit, String cursor) {
    return page(orders.all(position(cursor), limit.withLookahead()), limit);
  }

  private static Page<OrderView> page(List<Order> found, Limit limit) {
    boolean more = found.size() > limit.value();
    List<Order> shown = more ? found.subList(0, limit.value()) : found;
    String next = more ? Cursor.encode(shown.get(limit.value() - 1).id().toString()) : null;
    return new Page<>(shown.stream().map(Order::view).toList(), next);
  }

  private static UUID position(String cursor) {
    if (cursor == null) {
      return END_OF_TIME;
    }
    try {
      return UuidV7.parse(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
