package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Locks orders and saves their changes in the caller's transaction, each step with its event.
 *
 * <p>Every use case locks the order first, then payments, then stock, so that no two deadlock.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LockedOrders {

  private final OrderRepository orders;
  private final DomainDatabase database;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  LockedOrders(
      OrderRepository orders,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      @Domain(OrderingDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.orders = orders;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Locks an order until the transaction ends.
   *
   * @throws OrderNotFound if there is none; the caller checks the owner
   */
  public LockedOrder lock(OrderId id) {
    return new LockedOrder(orders.lock(id).orElseThrow(() -> new OrderNotFound(id)));
  }

  /** Saves the order with its new steps, their events, its new lines and adjustments. */
  public void close(LockedOrder order) {
    SqlBatch batch = new SqlBatch();
    orders.update(batch, order.order());
    order.order().steps().forEach(step -> addAuditNote(batch, order, step));
    database.run(batch);
  }

  /** Steps by anybody but the buyer or the system go to the audit log. */
  private void addAuditNote(SqlBatch batch, LockedOrder order, Order.Step step) {
    String actor = RequestContext.current().actor();
    if (actor.equals(RequestContext.ANONYMOUS)
        || actor.equals("system")
        || actor.equals(order.buyer().toString())) {
      return;
    }
    String before = step.from() == null ? null : step.from().name();
    outbox.append(
        batch,
        AuditNote.of(
            clock,
            action(step.event().getClass().getSimpleName()),
            order.id().toString(),
            new Noted(before, null),
            new Noted(step.to().name(), step.reason())));
  }

  /** {@code OrderShipped} is {@code order.shipped}. */
  static String action(String event) {
    return event.replaceAll("(?<=[a-z])(?=[A-Z])", ".").toLowerCase(Locale.ROOT);
  }

  private record Noted(@Nullable String status, @Nullable String reason) {}
}
