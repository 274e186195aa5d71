package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import org.orderly.kernel.OrderId;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Where orders are changed, in the caller's transaction: one changer at a time, each step noted
 * with its event.
 *
 * <p>Everybody locks the order first, then payments, then stock, so that no two changes wait for
 * each other.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LockedOrders {

  private final OrderRepository orderRepository;
  private final OrderingDatabase database;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  LockedOrders(
      OrderRepository orderRepository,
      OrderingDatabase database,
      @Domain(OrderingDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.orderRepository = orderRepository;
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Locks an order until the transaction ends.
   *
   * @throws OrderNotFound if there is none; whose it is, the caller decides
   */
  public LockedOrder lock(OrderId id) {
    return new LockedOrder(orderRepository.lock(id).orElseThrow(() -> new OrderNotFound(id)));
  }

  /** Writes what has become of the order, with its steps, their events and other lines. */
  public void close(LockedOrder open) {
    SqlBatch writes = new SqlBatch();
    orderRepository.flush();
    for (OrderStep step : open.steps()) {
      orderRepository.insertStep(writes, open.id(), step);
      note(writes, open, step);
    }
    if (open.isRewritten()) {
      orderRepository.insertLines(writes, open.order());
    }
    database.run(writes);
  }

  /**
   * What somebody else than the buyer or the shop itself does with an order is in the audit log.
   */
  private void note(SqlBatch writes, LockedOrder open, OrderStep step) {
    String actor = RequestContext.current().actor();
    if (actor.equals(RequestContext.ANONYMOUS)
        || actor.equals("system")
        || actor.equals(open.buyer().toString())) {
      return;
    }
    String before = step.from() == null ? null : step.from().name();
    outbox.append(
        writes,
        AuditNote.of(
            clock,
            action(step.event().getClass().getSimpleName()),
            open.id().toString(),
            new Noted(before, null),
            new Noted(step.to().name(), step.reason())));
  }

  /** {@code OrderShipped} is {@code order.shipped}. */
  static String action(String event) {
    return event.replaceAll("(?<=[a-z])(?=[A-Z])", ".").toLowerCase(Locale.ROOT);
  }

  private record Noted(String status, String reason) {}
}
