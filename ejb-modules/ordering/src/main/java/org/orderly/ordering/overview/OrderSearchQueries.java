package org.orderly.ordering.overview;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.UserId;

/**
 * Finds the ids of a page of orders in one statement, newest first. An id tells when it was made,
 * so that one index serves the order of the list, where it goes on, and its days.
 */
final class OrderSearchQueries {

  /** An order has its id before its time or after it, by this much at most. */
  private static final Duration APART = Duration.ofMinutes(10);

  /** Stands for the id, in whichever table an index leads through. */
  private static final String ID = "{id}";

  private static final String BY_ORDER = "select o.id from orders o where %s order by o.id desc";

  private static final String BY_LINE =
      "select distinct l.order_id from order_line l join orders o on o.id = l.order_id"
          + " and o.revision = l.revision where %s order by l.order_id desc";

  private static final UUID NOBODY = new UUID(0, 0);

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private boolean byLine;

  OrderSearchQueries(OrderFilter filter) {
    where("o.status in (:statuses)", "statuses", orNull(filter.statuses()));
    where("o.placed_at >= :from", "from", filter.from());
    where("o.placed_at < :to", "to", filter.to());
    where(ID + " > :floor", "floor", filter.from() == null ? null : at(filter.from().minus(APART)));
    where(ID + " < :ceiling", "ceiling", filter.to() == null ? null : at(filter.to().plus(APART)));
    where("o.number = :number", "number", filter.number());
    whereLine("l.sku = :sku", "sku", filter.sku());
  }

  OrderSearchQueries ofBuyer(UserId buyer) {
    where("o.user_id = :buyer", "buyer", buyer.value());
    return this;
  }

  /** Of whom an e-mail address belongs to: an account, a guest, or both at different times. */
  OrderSearchQueries ofEmail(String email, UserId account) {
    conditions.add("(o.guest_email = :email or o.user_id = :account)");
    values.put("email", email);
    values.put("account", account == null ? NOBODY : account.value());
    return this;
  }

  /** With a line that was the vendor's when it was ordered. */
  OrderSearchQueries ofVendor(UserId vendor) {
    whereLine("l.vendor = :vendor", "vendor", vendor.value());
    return this;
  }

  /** As many ids, from a position on. */
  List<UUID> before(UUID position, int limit, EntityManager entities) {
    where(ID + " < :position", "position", position);
    String sql = byLine ? BY_LINE : BY_ORDER;
    String wanted = sql.formatted(String.join(" and ", conditions));
    Query query =
        entities
            .createNativeQuery(wanted.replace(ID, byLine ? "l.order_id" : "o.id"), UUID.class)
            .setMaxResults(limit);
    values.forEach(query::setParameter);
    List<?> ids = query.getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  private void where(String condition, String name, Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private void whereLine(String condition, String name, Object value) {
    byLine |= value != null;
    where(condition, name, value);
  }

  private static <T extends Collection<?>> T orNull(T collection) {
    return collection.isEmpty() ? null : collection;
  }

  /** The first id of a moment (RFC 9562, version 7). */
  private static UUID at(Instant moment) {
    return new UUID(Math.max(0, moment.toEpochMilli()) << 16, 0);
  }
}
