package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.GrantedAccess;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** What happened to an order, from the beginning; committed steps only. */
@ApplicationScoped
public class OrderHistoryQueries {

  private static final String PAGE =
      """
      select step, event_type, from_status, to_status, occurred_at, actor, reason
      from order_transition
      where order_id = ? and step > ?
      order by step
      limit ?""";

  private final OrderAccess access;
  private final DomainDatabase database;

  @Inject
  OrderHistoryQueries(OrderAccess access, @Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.access = access;
    this.database = database;
  }

  /**
   * A page of an order's steps, oldest first; the shop sees who did each, a buyer only whether it
   * was they.
   *
   * @throws org.orderly.ordering.OrderNotFound if the actor may not see the order
   */
  public Page<HistoryEntry> page(OrderActor actor, OrderId id, Limit limit, String cursor) {
    GrantedAccess granted = access.require(actor, id, Permission.VIEW);
    Page<HistoryEntry> page = page(id, limit, cursor);
    if (actor.forTheShop()) {
      return page;
    }
    String own = granted.buyer().toString();
    return new Page<>(
        page.items().stream().map(entry -> entry.seenBy(own)).toList(), page.nextCursor());
  }

  private Page<HistoryEntry> page(OrderId id, Limit limit, String cursor) {
    List<HistoryEntry> found = after(id, position(cursor), limit.withLookahead());
    if (found.size() <= limit.value()) {
      return new Page<>(found, null);
    }
    List<HistoryEntry> shown = found.subList(0, limit.value());
    int last = shown.get(limit.value() - 1).step();
    return new Page<>(shown, Cursor.encode(Integer.toString(last)));
  }

  private List<HistoryEntry> after(OrderId id, int step, int limit) {
    return database.list(OrderHistoryQueries::entry, PAGE, id.value(), step, limit);
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    String from = row.getString("from_status");
    return new HistoryEntry(
        row.getInt("step"),
        row.getString("event_type"),
        from == null ? null : OrderStatus.valueOf(from),
        OrderStatus.valueOf(row.getString("to_status")),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("reason"));
  }

  private static int position(String cursor) {
    try {
      return cursor == null ? -1 : Integer.parseInt(Cursor.decode(cursor, 1).get(0));
    } catch (NumberFormatException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
