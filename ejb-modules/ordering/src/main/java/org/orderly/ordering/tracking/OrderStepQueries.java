package org.orderly.ordering.tracking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads the steps of many orders at once. */
@ApplicationScoped
class OrderStepQueries {

  /** What one look brings at most; the rest comes with the next. */
  static final int AT_ONCE = 2_000;

  private static final String AFTER =
      """
      select t.order_id, t.step, t.event_type, t.from_status, t.to_status, t.occurred_at, t.reason
      from unnest(?, ?) as seen (order_id, step)
      join order_transition t on t.order_id = seen.order_id and t.step > seen.step
      order by t.order_id, t.step limit ?""";

  private final DomainDatabase database;

  @Inject
  OrderStepQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * Steps that come after the last one seen of each order, in their order.
   *
   * @param seen -1 for an order of which nothing was seen
   */
  List<TrackedStep> after(Map<UUID, Integer> seen) {
    List<UUID> orders = List.copyOf(seen.keySet());
    List<Integer> steps = orders.stream().map(seen::get).toList();
    return database.list(
        OrderStepQueries::step,
        AFTER,
        SqlBatch.column("uuid", orders),
        SqlBatch.column("int", steps),
        AT_ONCE);
  }

  private static TrackedStep step(ResultSet row) throws SQLException {
    String from = row.getString("from_status");
    return new TrackedStep(
        row.getObject("order_id", UUID.class),
        row.getInt("step"),
        row.getString("event_type"),
        from == null ? null : OrderStatus.valueOf(from),
        OrderStatus.valueOf(row.getString("to_status")),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("reason"));
  }
}
