package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Orders that are searched for; each page is one reading transaction. */
@ApplicationScoped
class OrderPages {

  private final OrderQueries orders;
  private final DomainDatabase database;

  @Inject
  OrderPages(OrderQueries orders, @Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.orders = orders;
    this.database = database;
  }

  /** Newest first: three statements, however many orders and lines they find. */
  @Transactional
  public <T> Page<T> page(
      OrderSearchQueries search, Limit limit, String cursor, Function<OrderSnapshot, T> view) {
    List<UUID> found = search.before(OrderCursor.position(cursor), limit.withLookahead(), database);
    return OrderCursor.page(orders.find(found), limit, view);
  }
}
