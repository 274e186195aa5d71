package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.RoundTrip;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/**
 * Where orders are changed, in the caller's transaction: one changer at a time, each step noted
 * with its event.
 *
 * <p>Everybody locks the order first, then payments, then stock, so that no two changes wait for
 * each other.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderDesk {

  private final Orders orders;
  private final OrderingDatabase database;
  private final Outbox outbox;

  @Inject
  OrderDesk(
      Orders orders, OrderingDatabase database, @ForDomain(OrderingDatabase.NAME) Outbox outbox) {
    this.orders = orders;
    this.database = database;
    this.outbox = outbox;
  }

  /**
   * Locks an order until the transaction ends.
   *
   * @throws OrderNotFound if there is none; whose it is, the caller decides
   */
  public OpenOrder lock(OrderId id) {
    return new OpenOrder(orders.lock(id).orElseThrow(() -> new OrderNotFound(id)));
  }

  /** Writes what has become of the order, with its steps, their events and other lines. */
  public void close(OpenOrder open) {
    RoundTrip writes = new RoundTrip();
    orders.flush();
    for (OrderStep step : open.steps()) {
      NewOrders.add(writes, open.id(), step);
      outbox.append(writes, step.event());
    }
    if (open.isRewritten()) {
      NewOrders.addLines(writes, open.order());
    }
    database.run(writes);
  }
}
