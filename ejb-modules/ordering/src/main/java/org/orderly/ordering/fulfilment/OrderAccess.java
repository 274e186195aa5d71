package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.platform.persistence.SqlBatch;

/** Which lines of an order somebody may see: the shop and the buyer all, a vendor their own. */
@ApplicationScoped
public class OrderAccess {

  private static final String OF =
      """
      select user_id, exists (
        select 1 from order_line l
        where l.order_id = o.id and l.revision = o.revision and l.vendor = ?)
      from orders o where id = ?""";

  private final FulfilmentDatabase database;

  @Inject
  OrderAccess(FulfilmentDatabase database) {
    this.database = database;
  }

  /**
   * Needs no transaction.
   *
   * @return the vendor whose lines alone may be seen; {@code null} for all lines
   * @throws OrderNotFound if the party may see none, or there is no such order
   */
  public UserId vendorIn(OrderId order, OrderActor orderActor) {
    Found found = new Found();
    database.run(
        new SqlBatch()
            .query(
                row -> {
                  if (row.next()) {
                    found.buyer = new UserId(row.getObject(1, UUID.class));
                    found.sells = row.getBoolean(2);
                  }
                },
                OF,
                orderActor.id().value(),
                order.value()));
    if (found.buyer != null && (orderActor.forTheShop() || orderActor.id().equals(found.buyer))) {
      return null;
    }
    if (orderActor.vendor() && found.sells) {
      return orderActor.id();
    }
    throw new OrderNotFound(order);
  }

  private static final class Found {
    private UserId buyer;
    private boolean sells;
  }
}
