package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderingDatabase;

/** Orders that are searched for; each page is one reading transaction. */
@ApplicationScoped
class OrderPages {

  private final OrderQueries orders;

  @PersistenceContext(unitName = OrderingDatabase.NAME)
  private EntityManager entities;

  @Inject
  OrderPages(OrderQueries orders) {
    this.orders = orders;
  }

  /** Newest first: two statements, however many orders and lines they find. */
  @Transactional
  public <T> Page<T> page(
      OrderSearchQueries search, Limit limit, String cursor, Function<OrderSnapshot, T> view) {
    List<UUID> found = search.before(OrderCursor.position(cursor), limit.withLookahead(), entities);
    return OrderCursor.page(orders.find(found), limit, view);
  }
}
