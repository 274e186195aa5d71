package org.orderly.ordering;

import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.orderly.kernel.OrderId;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/** Writes orders and their steps by SQL, since a checkout may not travel once for every row. */
final class NewOrderRepository {

  private static final String NEXT_NUMBER = "select nextval('order_number')";

  private static final String INSERT_ORDER =
      """
      insert into orders (id, number, user_id, guest_id, guest_email, cart_id, status,
          payment_method, currency, total, ship_name, ship_street, ship_city, ship_state, ship_postal_code,
          ship_country, placed_at, expires_at,
          placed_from)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String INSERT_LINES =
      """
      insert into order_line
          (order_id, revision, position, product_id, sku, name, quantity, unit_price, line_total,
           vendor)
      select ?, ?, position - 1, product_id, sku, name, quantity, unit_price, line_total, vendor
      from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality
          as line (product_id, sku, name, quantity, unit_price, line_total, vendor, position)""";

  private static final String INSERT_STEP =
      """
      insert into order_transition
          (order_id, step, from_status, to_status, occurred_at, event_id, event_type, actor, reason)
      select ?, coalesce(max(step) + 1, 0), ?, ?, ?, ?, ?, ?, ? from order_transition
      where order_id = ?""";

  private NewOrderRepository() {}

  /** A number that no other order has; it is known when the journey is made. */
  static final class Number {

    private long sequence;

    private Number() {}

    /** Such as {@code 2026-000123}; a refused order leaves a gap. */
    String in(int year) {
      return "%d-%06d".formatted(year, sequence);
    }
  }

  static Number number(SqlBatch opening) {
    Number number = new Number();
    opening.query(
        row -> {
          row.next();
          number.sequence = row.getLong(1);
        },
        NEXT_NUMBER);
    return number;
  }

  static void add(SqlBatch writes, Order order, List<OrderStep> steps) {
    OrderView view = order.view();
    ShippingAddress to = view.shippingAddress();
    writes.change(
        INSERT_ORDER,
        order.id().value(),
        view.number(),
        order.buyer().value(),
        order.isGuests() ? order.buyer().value() : null,
        order.guestEmail(),
        order.cartId(),
        view.status(),
        order.paymentMethod().name(),
        view.total().currency().getCurrencyCode(),
        view.total().minorUnits(),
        to.name(),
        to.street(),
        to.city(),
        to.state(),
        to.postalCode(),
        to.country(),
        view.createdAt().atOffset(ZoneOffset.UTC),
        view.expiresAt() == null ? null : view.expiresAt().atOffset(ZoneOffset.UTC),
        view.expiresAt() == null ? null : UnpaidLimits.site());
    addLines(writes, order);
    steps.forEach(step -> add(writes, order.id(), step));
  }

  /** The lines of the order's current revision. */
  static void addLines(SqlBatch writes, Order order) {
    List<OrderLine> lines = order.lines();
    writes.change(
        INSERT_LINES,
        order.id().value(),
        order.revision(),
        column("uuid", lines, OrderLine::productId),
        column("text", lines, OrderLine::sku),
        column("text", lines, OrderLine::name),
        column("numeric", lines, OrderLine::quantity),
        column("bigint", lines, OrderLine::unitPrice),
        column("bigint", lines, OrderLine::lineTotal),
        column("uuid", lines, OrderLine::vendor));
  }

  /** The next step of an order, by whoever this thread works for. */
  static void add(SqlBatch writes, OrderId order, OrderStep step) {
    writes.change(
        INSERT_STEP,
        order.value(),
        step.from() == null ? null : step.from().name(),
        step.to().name(),
        step.event().occurredAt().atOffset(ZoneOffset.UTC),
        step.event().eventId(),
        step.event().getClass().getSimpleName(),
        RequestContext.current().actor(),
        step.reason(),
        order.value());
  }

  private static <T> Object column(String type, List<T> rows, Function<T, ?> value) {
    return SqlBatch.column(type, rows.stream().<Object>map(value).toList());
  }

  /** Whether a write failed because its cart has become an order meanwhile. */
  static boolean isCartTaken(SQLException failure) {
    return "23505".equals(failure.getSQLState())
        && failure.getMessage().contains("orders_cart_id_key");
  }
}
