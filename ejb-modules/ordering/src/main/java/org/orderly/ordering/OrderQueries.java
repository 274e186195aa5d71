package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;

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
   * An order; {@code ordering.access} decides before who may see it.
   *
   * @throws OrderNotFound if there is none
   */
  public OrderView one(OrderId id) {
    return orderRepository.find(id).orElseThrow(() -> new OrderNotFound(id)).view();
  }

  /** As {@link #one}, for code that needs more than the view. */
  public Optional<OrderSnapshot> find(OrderId id) {
    return orderRepository.find(id).map(OrderSnapshot::new);
  }

  /** The same for several orders, with their lines, in one statement; newest first. */
  public List<OrderSnapshot> find(List<UUID> ids) {
    return orderRepository.find(ids).stream().map(OrderSnapshot::new).toList();
  }
}
