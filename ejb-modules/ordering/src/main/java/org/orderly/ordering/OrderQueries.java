package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** Finds single orders; each method is one read transaction. */
@ApplicationScoped
@Transactional
public class OrderQueries {

  private final OrderRepository orderRepository;

  @Inject
  OrderQueries(OrderRepository orderRepository) {
    this.orderRepository = orderRepository;
  }

  /**
   * @throws OrderNotFound also for an order of another buyer
   */
  public OrderView ofBuyer(UserId buyer, OrderId id) {
    return orderRepository
        .find(id)
        .filter(order -> order.buyer().equals(buyer))
        .orElseThrow(() -> new OrderNotFound(id))
        .view();
  }

  /** Any buyer's order, for admins. */
  public OrderView any(OrderId id) {
    return orderRepository.find(id).orElseThrow(() -> new OrderNotFound(id)).view();
  }

  /** Any buyer's order; the caller checks who may see it. */
  public Optional<OrderSnapshot> find(OrderId id) {
    return orderRepository.find(id).map(OrderSnapshot::new);
  }

  /** The same for several orders, with their lines, in one statement; newest first. */
  public List<OrderSnapshot> find(List<UUID> ids) {
    return orderRepository.find(ids).stream().map(OrderSnapshot::new).toList();
  }
}
