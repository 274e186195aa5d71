package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orderly.kernel.OrderId;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Loads and writes orders with their lines and steps. New rows are written by SQL in the caller's
 * batch, so that a checkout needs one network round trip for all of them; changes of a locked order
 * are written by Hibernate.
 */
@ApplicationScoped
class OrderRepository {

  private static final String NEXT_NUMBERS =
      "select nextval('order_number') from generate_series(1, ?)";

  private static final String LOCK_CARTS =
      "select pg_try_advisory_xact_lock(hashtextextended('cart ' || cart, 0))"
          + " from unnest(?) with ordinality as wanted (cart, place) order by place";

  private static final String ORDERED_CARTS = "select cart_id from orders where cart_id = any (?)";

  private static final BulkInsert<NewOrder> INSERT_ORDERS =
      BulkInsert.<NewOrder>into("orders")
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
          .column("placed_from", "text", NewOrder::placedFrom)
          .column("adjustments", "int", placed -> placed.order().items().adjustmentCount());

  private static final BulkInsert<NewStep> INSERT_FIRST_STEPS =
      BulkInsert.<NewStep>into("order_transition")
          .column("order_id", "uuid", NewStep::order)
          .column("step", "int", NewStep::number)
          .column("from_status", "text", row -> name(row.step().from()))
          .column("to_status", "text", row -> row.step().to().name())
          .column("occurred_at", "timestamptz", row -> utc(row.step().event().occurredAt()))
          .column("event_id", "uuid", row -> row.step().event().eventId())
          .column("event_type", "text", row -> row.step().event().getClass().getSimpleName())
          .column("actor", "text", NewStep::actor)
          .column("reason", "text", row -> row.step().reason());

  private record NewStep(UUID order, int number, String actor, OrderStep step) {}

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
  void insert(SqlBatch batch, List<NewOrder> orders) {
    INSERT_ORDERS.add(batch, orders);
    OrderItemsRepository.insert(batch, orders.stream().map(NewOrder::order).toList());
    List<NewStep> steps = orders.stream().flatMap(OrderRepository::steps).toList();
    INSERT_FIRST_STEPS.add(batch, steps);
    outbox.append(batch, steps.stream().map(row -> row.step().event()).toList());
  }

  private static Stream<NewStep> steps(NewOrder placed) {
    return IntStream.range(0, placed.steps().size())
        .mapToObj(
            i ->
                new NewStep(placed.order().id().value(), i, placed.actor(), placed.steps().get(i)));
  }

  /** Adds the order's next step with its event; the actor is the caller of this request. */
  void insertStep(SqlBatch batch, OrderId order, OrderStep step) {
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

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static String name(OrderStatus status) {
    return status == null ? null : status.name();
  }
}
