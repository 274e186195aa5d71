package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.inventory.integrity.ReturnedStockQueries;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.KeyRange;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Compares what returns say was restocked or written off with the movements that name them, for a
 * range of orders: the part of I3 that comes back.
 */
@ApplicationScoped
class ReturnCheckQueries {

  private static final String HANDLED =
      """
      select r.id, r.order_id, items.handled
      from order_return r
      cross join lateral (
        select sum(restocked + written_off) as handled
        from return_item where return_id = r.id) items
      where r.order_id > ? and r.order_id <= ? and r.status in ('RECEIVED', 'COMPLETED')""";

  private final DomainDatabase database;
  private final ReturnedStockQueries stock;

  @Inject
  ReturnCheckQueries(
      @Domain(OrderingDatabase.NAME) DomainDatabase database, ReturnedStockQueries stock) {
    this.database = database;
    this.stock = stock;
  }

  private record Handled(UUID id, UUID order, BigDecimal quantity) {}

  List<Finding> differences(KeyRange orders) {
    List<Handled> returns = handled(orders);
    if (returns.isEmpty()) {
      return List.of();
    }
    Map<UUID, BigDecimal> moved = stock.of(returns.stream().map(Handled::id).toList());
    List<Finding> found = new ArrayList<>();
    for (Handled one : returns) {
      BigDecimal back = moved.getOrDefault(one.id(), BigDecimal.ZERO);
      if (back.compareTo(one.quantity()) != 0) {
        String what = "return " + one.id() + " of order " + one.order() + ": put away ";
        found.add(
            new Finding("I3", one.order().toString(), what + one.quantity() + ", moved " + back));
      }
    }
    return found;
  }

  private List<Handled> handled(KeyRange orders) {
    return database.list(
        row ->
            new Handled(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBigDecimal(3)),
        HANDLED,
        orders.above(),
        orders.upTo());
  }
}
