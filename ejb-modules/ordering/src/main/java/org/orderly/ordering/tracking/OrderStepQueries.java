package org.orderly.ordering.tracking;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.orderly.ordering.OrderStatus;
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

  @Resource(lookup = "jdbc/ordering")
  private DataSource dataSource;

  /**
   * Steps that come after the last one seen of each order, in their order.
   *
   * @param seen -1 for an order of which nothing was seen
   */
  List<TrackedStep> after(Map<UUID, Integer> seen) throws SQLException {
    List<UUID> orders = List.copyOf(seen.keySet());
    List<Integer> steps = orders.stream().map(seen::get).toList();
    List<TrackedStep> found = new ArrayList<>();
    SqlBatch trip =
        new SqlBatch()
            .query(
                row -> {
                  while (row.next()) {
                    found.add(step(row));
                  }
                },
                AFTER,
                SqlBatch.column("uuid", orders),
                SqlBatch.column("int", steps),
                AT_ONCE);
    try (Connection connection = dataSource.getConnection()) {
      trip.run(connection);
    }
    return found;
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
