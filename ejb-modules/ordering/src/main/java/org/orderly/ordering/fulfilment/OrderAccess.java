package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Decides which lines of an order a caller may see: the shop and the buyer all, a vendor their own.
 */
@ApplicationScoped
public class OrderAccess {

  private static final String OF =
      """
      select user_id, exists (
        select 1 from order_line l
        where l.order_id = o.id and l.revision = o.revision and l.vendor = ?)
      from orders o where id = ?""";

  private final DomainDatabase database;

  @Inject
  OrderAccess(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * Needs no transaction.
   *
   * @return the vendor whose lines alone may be seen; {@code null} for all lines
   * @throws OrderNotFound if the party may see none, or there is no such order
   */
  public UserId vendorIn(OrderId order, OrderActor orderActor) {
    Access access =
        database
            .first(OrderAccess::read, OF, orderActor.id().value(), order.value())
            .orElseThrow(() -> new OrderNotFound(order));
    if (orderActor.forTheShop() || orderActor.id().equals(access.buyer())) {
      return null;
    }
    if (orderActor.vendor() && access.sells()) {
      return orderActor.id();
    }
    throw new OrderNotFound(order);
  }

  private record Access(UserId buyer, boolean sells) {}

  private static Access read(ResultSet row) throws SQLException {
    return new Access(new UserId(row.getObject(1, UUID.class)), row.getBoolean(2));
  }
}
