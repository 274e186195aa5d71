package org.orderly.ordering.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Finds the ids of a page of orders in one statement, newest first. An id tells when it was made,
 * so that one index serves the order of the list, where it goes on, and its days.
 */
final class OrderSearchQueries {

  /** An order has its id before its time or after it, by this much at most. */
  private static final Duration APART = Duration.ofMinutes(10);

  /** Stands for the id, in whichever table an index leads through. */
  private static final String ID = "{id}";

  private static final String BY_ORDER =
      "select o.id from orders o where %s order by o.id desc limit ?";

  private static final String BY_LINE =
      "select distinct l.order_id from order_line l join orders o on o.id = l.order_id"
          + " and o.revision = l.revision where %s order by l.order_id desc limit ?";

  private static final UUID NOBODY = new UUID(0, 0);

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private boolean byLine;

  OrderSearchQueries(OrderFilter filter) {
    if (!filter.statuses().isEmpty()) {
      where("o.status = any (?)", SqlBatch.column("text", List.copyOf(filter.statuses())));
    }
    if (filter.from() != null) {
      where("o.placed_at >= ?", filter.from().atOffset(ZoneOffset.UTC));
      where(ID + " > ?", at(filter.from().minus(APART)));
    }
    if (filter.to() != null) {
      where("o.placed_at < ?", filter.to().atOffset(ZoneOffset.UTC));
      where(ID + " < ?", at(filter.to().plus(APART)));
    }
    if (filter.number() != null) {
      where("o.number = ?", filter.number());
    }
    if (filter.sku() != null) {
      whereLine("l.sku = ?", filter.sku());
    }
  }

  OrderSearchQueries ofBuyer(UserId buyer) {
    where("o.user_id = ?", buyer.value());
    return this;
  }

  /** Of whom an e-mail address belongs to: an account, a guest, or both at different times. */
  OrderSearchQueries ofEmail(String email, Optional<UserId> account) {
    where("(o.guest_email = ? or o.user_id = ?)", email, account.map(UserId::value).orElse(NOBODY));
    return this;
  }

  /** With a line that was the vendor's when it was ordered. */
  OrderSearchQueries ofVendor(UserId vendor) {
    whereLine("l.vendor = ?", vendor.value());
    return this;
  }

  /** As many ids, from a position on. */
  List<UUID> before(UUID position, int limit, DomainDatabase database) {
    where(ID + " < ?", position);
    values.add(limit);
    String sql = byLine ? BY_LINE : BY_ORDER;
    String wanted = sql.formatted(String.join(" and ", conditions));
    return database.list(
        row -> row.getObject(1, UUID.class),
        wanted.replace(ID, byLine ? "l.order_id" : "o.id"),
        values.toArray());
  }

  private void where(String condition, Object... parameters) {
    conditions.add(condition);
    values.addAll(List.of(parameters));
  }

  private void whereLine(String condition, Object parameter) {
    byLine = true;
    where(condition, parameter);
  }

  /** The first id of a moment (RFC 9562, version 7). */
  private static UUID at(Instant moment) {
    return new UUID(Math.max(0, moment.toEpochMilli()) << 16, 0);
  }
}
