package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;
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

  /** Any buyer's order; who may see what of it, the caller decides. */
  public Optional<KeptOrder> find(OrderId id) {
    return orders.find(id).map(KeptOrder::new);
  }

  /** The same for those orders, with their lines, in one statement; newest first. */
  public List<KeptOrder> find(List<UUID> ids) {
    return orders.find(ids).stream().map(KeptOrder::new).toList();
  }
}
