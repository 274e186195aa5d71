package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Loads and writes orders with their lines and steps, in batches: a checkout needs one network
 * round trip for all its rows, and so does whoever locks an order.
 */
@ApplicationScoped
class OrderRepository {

  private static final String LOCK = "select 1 from orders where id = ? for update";

  private static final String READ = "select * from orders where id = any (?) order by id desc";

  private static final String UPDATE =
      """
      update orders
      set user_id = ?, status = ?, currency = ?, total = ?, expires_at = ?, revision = ?,
        ship_name = ?, ship_street = ?, ship_city = ?, ship_state = ?, ship_postal_code = ?,
        ship_country = ?, adjustments = ?, version = version + 1
      where id = ? and version = ?""";

  private static final String NEXT_NUMBERS =
      "select nextval('order_number') from generate_series(1, ?)";

  private static final String LOCK_CARTS =
      "select pg_try_advisory_xact_lock(hashtextextended('cart ' || cart, 0))"
          + " from unnest(?) with ordinality as wanted (cart, place) order by place";

  private static final String ORDERED_CARTS = "select cart_id from orders where cart_id = any (?)";

  private static final BulkInsert<Placed> INSERT_ORDERS =
      BulkInsert.<Placed>into("orders")
          .column("id", "uuid", placed -> placed.order().id().value())
          .column("number", "text", placed -> placed.order().number())
          .column("user_id", "uuid", placed -> placed.order().buyer().value())
          .column("guest_id", "uuid", placed -> placed.order().guestId())
          .column("guest_email", "text", placed -> placed.order().guestEmail())
          .column("cart_id", "uuid", placed -> placed.order().cartId())
          .column("status", "text", placed -> placed.order().status().name())
          .column("payment_method", "text", placed -> placed.order().paymentMethod().name())
          .column("currency", "bpchar", placed -> placed.order().currency().getCurrencyCode())
          .column("total", "bigint", placed -> placed.order().total().minorUnits())
          .column("ship_name", "text", placed -> placed.order().shippingAddress().name())
          .column("ship_street", "text", placed -> placed.order().shippingAddress().street())
          .column("ship_city", "text", placed -> placed.order().shippingAddress().city())
          .column("ship_state", "text", placed -> placed.order().shippingAddress().state())
          .column(
              "ship_postal_code", "text", placed -> placed.order().shippingAddress().postalCode())
          .column("ship_country", "text", placed -> placed.order().shippingAddress().country())
          .column("placed_at", "timestamptz", placed -> utc(placed.order().placedAt()))
          .column("expires_at", "timestamptz", placed -> utc(placed.order().expiresAt()))
          .column("placed_from", "text", placed -> placed.placedFrom().orElse(null))
          .column("adjustments", "int", placed -> placed.order().items().adjustmentCount());

  private static final BulkInsert<FirstStep> INSERT_FIRST_STEPS =
      BulkInsert.<FirstStep>into("order_transition")
          .column("order_id", "uuid", row -> row.placed().order().id().value())
          .column("step", "int", FirstStep::number)
          .column("from_status", "text", row -> name(row.step().from()))
          .column("to_status", "text", row -> row.step().to().name())
          .column("occurred_at", "timestamptz", row -> utc(row.step().event().occurredAt()))
          .column("event_id", "uuid", row -> row.step().event().eventId())
          .column("event_type", "text", row -> row.step().event().getClass().getSimpleName())
          .column("actor", "text", row -> row.placed().actor())
          .column("reason", "text", row -> row.step().reason());

  /**
   * An order as it is placed.
   *
   * @param actor who places it
   * @param placedFrom the network address, for as long as the order is unpaid; empty if it is paid,
   *     or placed by the shop itself
   */
  record Placed(Order order, String actor, Optional<String> placedFrom) {}

  private record FirstStep(Placed placed, int number, Order.Step step) {}

  /** An order as it is read, before its lines. */
  private record StoredOrder(Order.Row row, @Nullable UUID cart, Money total, int adjustments) {

    Order with(List<OrderLine> lines, List<Adjustment> ofOrder) {
      return new Order(row, new PricedItems(cart, lines, ofOrder, total));
    }
  }

  private static final String INSERT_STEP =
      """
      insert into order_transition
          (order_id, step, from_status, to_status, occurred_at, event_id, event_type, actor, reason)
      select ?, coalesce(max(step) + 1, 0), ?, ?, ?, ?, ?, ?, ? from order_transition
      where order_id = ?""";

  private final DomainDatabase database;
  private final Outbox outbox;

  @Inject
  OrderRepository(
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      @Domain(OrderingDatabase.NAME) Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  Optional<Order> find(OrderId id) {
    return read(new SqlBatch(), List.of(id.value())).stream().findFirst();
  }

  /** Locks an order until the transaction ends; changes committed before that are seen. */
  Optional<Order> lock(OrderId id) {
    SqlBatch batch = new SqlBatch().lock(LOCK, id.value());
    return read(batch, List.of(id.value())).stream().findFirst();
  }

  /** Loads orders with their lines, newest first. */
  List<Order> find(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : read(new SqlBatch(), ids);
  }

  /** Runs the batch with the queries for orders; adjustments are read only if there are some. */
  private List<Order> read(SqlBatch batch, List<UUID> ids) {
    BatchResult<List<StoredOrder>> orders =
        batch.list(OrderRepository::order, READ, SqlBatch.column("uuid", ids));
    BatchResult<Map<UUID, List<OrderLine>>> lines = OrderItemsRepository.lines(batch, ids);
    database.run(batch);
    List<UUID> adjusted =
        orders.get().stream()
            .filter(order -> order.adjustments() > 0)
            .map(order -> order.row().id().value())
            .toList();
    SqlBatch more = new SqlBatch();
    OrderItemsRepository.Adjustments adjustments =
        new OrderItemsRepository.Adjustments(more, adjusted);
    if (!adjusted.isEmpty()) {
      database.run(more);
    }
    return orders.get().stream()
        .map(
            order -> {
              UUID id = order.row().id().value();
              List<OrderLine> own = lines.get().getOrDefault(id, List.of());
              return order.adjustments() == 0
                  ? order.with(own, List.of())
                  : order.with(adjustments.ofLines(id, own), adjustments.of(id));
            })
        .toList();
  }

  /** Draws sequence numbers that no other order has. */
  BatchResult<List<Long>> nextNumbers(SqlBatch batch, int count) {
    return batch.list(row -> row.getLong(1), NEXT_NUMBERS, count);
  }

  /** Claims carts until the transaction ends, and finds those that have been ordered. */
  CartClaims claimCarts(SqlBatch batch, List<UUID> carts) {
    if (carts.isEmpty()) {
      return new CartClaims(carts, List::of, List::of);
    }
    Object ids = SqlBatch.column("uuid", carts);
    BatchResult<List<Boolean>> locks = batch.list(row -> row.getBoolean(1), LOCK_CARTS, ids);
    // a statement of its own: it must see what was committed before the lock was free
    BatchResult<List<UUID>> ordered =
        batch.list(row -> row.getObject(1, UUID.class), ORDERED_CARTS, ids);
    return new CartClaims(carts, locks::get, ordered::get);
  }

  /**
   * Adds new orders with their lines, adjustments, steps and events: four statements, and one more
   * for each kind of adjustments.
   */
  void insert(SqlBatch batch, List<Placed> orders) {
    INSERT_ORDERS.add(batch, orders);
    OrderItemsRepository.insert(batch, orders.stream().map(Placed::order).toList());
    List<FirstStep> steps = orders.stream().flatMap(OrderRepository::steps).toList();
    INSERT_FIRST_STEPS.add(batch, steps);
    outbox.append(batch, steps.stream().map(row -> row.step().event()).toList());
  }

  private static Stream<FirstStep> steps(Placed placed) {
    List<Order.Step> steps = placed.order().steps();
    return IntStream.range(0, steps.size()).mapToObj(i -> new FirstStep(placed, i, steps.get(i)));
  }

  /**
   * Adds the changes of a locked order: its row, its new steps with their events, and its new lines
   * and adjustments. The actor is the caller of this request.
   */
  void update(SqlBatch batch, Order order) {
    if (order.isChanged()) {
      addRow(batch, order);
    }
    order.steps().forEach(step -> addStep(batch, order.id(), step));
    if (order.hasNewLines()) {
      OrderItemsRepository.insert(batch, List.of(order));
    }
  }

  private static void addRow(SqlBatch batch, Order order) {
    PostalAddress address = order.shippingAddress();
    batch.changeOne(
        () -> new IllegalStateException("order " + order.id() + " was changed without its lock"),
        UPDATE,
        order.buyer().value(),
        order.status().name(),
        order.currency().getCurrencyCode(),
        order.total().minorUnits(),
        utc(order.expiresAt()),
        order.revision(),
        address.name(),
        address.street(),
        address.city(),
        address.state(),
        address.postalCode(),
        address.country(),
        order.items().adjustmentCount(),
        order.id().value(),
        order.version());
  }

  private void addStep(SqlBatch batch, OrderId order, Order.Step step) {
    batch.change(
        INSERT_STEP,
        order.value(),
        name(step.from()),
        step.to().name(),
        utc(step.event().occurredAt()),
        step.event().eventId(),
        step.event().getClass().getSimpleName(),
        RequestContext.current().actor(),
        step.reason(),
        order.value());
    outbox.append(batch, step.event());
  }

  private static StoredOrder order(ResultSet row) throws SQLException {
    OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
    return new StoredOrder(
        new Order.Row(
            new OrderId(row.getObject("id", UUID.class)),
            row.getString("number"),
            new UserId(row.getObject("user_id", UUID.class)),
            row.getObject("guest_id", UUID.class),
            row.getString("guest_email"),
            OrderStatus.valueOf(row.getString("status")),
            PaymentMethod.valueOf(row.getString("payment_method")),
            new PostalAddress(
                row.getString("ship_name"),
                row.getString("ship_street"),
                row.getString("ship_city"),
                row.getString("ship_state"),
                row.getString("ship_postal_code"),
                row.getString("ship_country")),
            row.getObject("placed_at", OffsetDateTime.class).toInstant(),
            expires == null ? null : expires.toInstant(),
            row.getInt("revision"),
            row.getLong("version")),
        row.getObject("cart_id", UUID.class),
        new Money(row.getLong("total"), Currency.getInstance(row.getString("currency"))),
        row.getInt("adjustments"));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String name(@Nullable OrderStatus status) {
    return status == null ? null : status.name();
  }
}
