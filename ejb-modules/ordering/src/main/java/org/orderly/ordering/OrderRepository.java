package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Loads and writes orders with their lines and steps. New rows are written by SQL in the caller's
 * batch, so that a checkout needs one network round trip for all of them; changes of a locked order
 * are written by Hibernate.
 */
@ApplicationScoped
class OrderRepository {

  private static final String NEXT_NUMBER = "select nextval('order_number')";

  private static final String INSERT_ORDER =
      """
      insert into orders (id, number, user_id, guest_id, guest_email, cart_id, status,
          payment_method, currency, total, ship_name, ship_street, ship_city, ship_state,
          ship_postal_code, ship_country, placed_at, expires_at, placed_from, adjustments)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String INSERT_LINES =
      """
      insert into order_line
          (order_id, revision, position, product_id, sku, name, quantity, unit_price, line_total,
           adjusted, vendor)
      select ?, ?, position - 1, product_id, sku, name, quantity, unit_price, line_total, adjusted,
          vendor
      from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
          as line (product_id, sku, name, quantity, unit_price, line_total, adjusted, vendor,
              position)""";

  private static final String INSERT_ADJUSTMENTS =
      """
      insert into order_adjustment (order_id, revision, position, kind, label, amount, source)
      select ?, ?, position - 1, kind, label, amount, source
      from unnest(?, ?, ?, ?) with ordinality
          as adjustment (kind, label, amount, source, position)""";

  private static final String INSERT_LINE_ADJUSTMENTS =
      """
      insert into order_line_adjustment
          (order_id, revision, line, position, kind, label, amount, source)
      select ?, ?, line, row_number() over (partition by line order by position) - 1,
          kind, label, amount, source
      from unnest(?, ?, ?, ?, ?) with ordinality
          as adjustment (line, kind, label, amount, source, position)""";

  private static final String INSERT_STEP =
      """
      insert into order_transition
          (order_id, step, from_status, to_status, occurred_at, event_id, event_type, actor, reason)
      select ?, coalesce(max(step) + 1, 0), ?, ?, ?, ?, ?, ?, ? from order_transition
      where order_id = ?""";

  @PersistenceContext(unitName = OrderingDatabase.NAME)
  private EntityManager entities;

  @Inject
  @Domain(OrderingDatabase.NAME)
  private DomainDatabase database;

  @Inject
  @Domain(OrderingDatabase.NAME)
  private Outbox outbox;

  Optional<Order> find(OrderId id) {
    return Optional.ofNullable(entities.find(Order.class, id.value()));
  }

  /**
   * Locks an order until the transaction ends, and reads it after that, so that changes committed
   * while it waited for the lock are seen.
   */
  Optional<Order> lock(OrderId id) {
    entities
        .createNativeQuery("select 1 from orders where id = ? for update")
        .setParameter(1, id.value())
        .getResultList();
    return find(id);
  }

  /** Loads orders with their lines, newest first. */
  List<Order> find(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select o from Order o left join fetch o.lines where o.id in :ids order by o.id desc",
            Order.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Writes the changes of locked orders now, so that the database's refusal comes now. */
  void flush() {
    entities.flush();
  }

  /** Draws a sequence number that no other order has. */
  BatchResult<Long> nextNumber(SqlBatch batch) {
    return batch.one(row -> row.getLong(1), NEXT_NUMBER);
  }

  /** Adds a new order with its lines, steps and events. */
  void insert(SqlBatch batch, Order order, List<OrderStep> steps) {
    ShippingAddress address = order.shippingAddress();
    batch.change(
        INSERT_ORDER,
        order.id().value(),
        order.number(),
        order.buyer().value(),
        order.guestId(),
        order.guestEmail(),
        order.cartId(),
        order.status().name(),
        order.paymentMethod().name(),
        order.currency().getCurrencyCode(),
        order.total().minorUnits(),
        address.name(),
        address.street(),
        address.city(),
        address.state(),
        address.postalCode(),
        address.country(),
        utc(order.placedAt()),
        utc(order.expiresAt()),
        order.expiresAt() == null ? null : UnpaidLimits.site(),
        order.items().adjustmentCount());
    insertItems(batch, order);
    steps.forEach(step -> insertStep(batch, order.id(), step));
  }

  /** Adds the lines and adjustments of the order's current revision. */
  void insertItems(SqlBatch batch, Order order) {
    PricedItems items = order.items();
    // the database compares the total when lines are added, and then needs the order's shipping
    insertAdjustments(batch, order, items.adjustments());
    insertLines(batch, order, items.lines());
    insertLineAdjustments(batch, order, items.lines());
  }

  private static void insertLines(SqlBatch batch, Order order, List<OrderedLine> lines) {
    batch.change(
        INSERT_LINES,
        order.id().value(),
        order.revision(),
        column("uuid", lines, line -> line.productId().value()),
        column("text", lines, OrderedLine::sku),
        column("text", lines, OrderedLine::name),
        column("numeric", lines, line -> line.quantity().value()),
        column("bigint", lines, line -> line.unitPrice().minorUnits()),
        column("bigint", lines, line -> line.lineTotal().minorUnits()),
        column("bigint", lines, line -> line.adjusted().minorUnits()),
        column("uuid", lines, line -> line.vendor() == null ? null : line.vendor().value()));
  }

  private static void insertAdjustments(SqlBatch batch, Order order, List<Adjustment> adjustments) {
    if (adjustments.isEmpty()) {
      return;
    }
    batch.change(
        INSERT_ADJUSTMENTS,
        order.id().value(),
        order.revision(),
        column("text", adjustments, one -> one.kind().name()),
        column("text", adjustments, Adjustment::label),
        column("bigint", adjustments, one -> one.amount().minorUnits()),
        column("text", adjustments, Adjustment::source));
  }

  private static void insertLineAdjustments(SqlBatch batch, Order order, List<OrderedLine> lines) {
    List<Integer> positions = new ArrayList<>();
    List<Adjustment> adjustments = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      positions.addAll(Collections.nCopies(lines.get(i).adjustments().size(), i));
      adjustments.addAll(lines.get(i).adjustments());
    }
    if (adjustments.isEmpty()) {
      return;
    }
    batch.change(
        INSERT_LINE_ADJUSTMENTS,
        order.id().value(),
        order.revision(),
        SqlBatch.column("int", positions),
        column("text", adjustments, one -> one.kind().name()),
        column("text", adjustments, Adjustment::label),
        column("bigint", adjustments, one -> one.amount().minorUnits()),
        column("text", adjustments, Adjustment::source));
  }

  /** Adds the order's next step with its event; the actor is the caller of this request. */
  void insertStep(SqlBatch batch, OrderId order, OrderStep step) {
    batch.change(
        INSERT_STEP,
        order.value(),
        step.from() == null ? null : step.from().name(),
        step.to().name(),
        utc(step.event().occurredAt()),
        step.event().eventId(),
        step.event().getClass().getSimpleName(),
        RequestContext.current().actor(),
        step.reason(),
        order.value());
    outbox.append(batch, step.event());
  }

  /**
   * Runs the batch in the caller's transaction.
   *
   * @throws CartAlreadyOrdered if an order of another request has taken the cart
   * @throws DatabaseUnavailable if the database refuses for another reason
   */
  void run(SqlBatch batch) {
    try {
      database.run(batch);
    } catch (DatabaseUnavailable e) {
      if (e.getCause() instanceof SQLException cause
          && "23505".equals(cause.getSQLState())
          && cause.getMessage().contains("orders_cart_id_key")) {
        throw new CartAlreadyOrdered();
      }
      throw e;
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static <T> Object column(String type, List<T> rows, Function<T, ?> value) {
    return SqlBatch.column(type, rows.stream().<Object>map(value).toList());
  }
}
