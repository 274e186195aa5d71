package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;

/** Shows single orders to whoever may see them whole. */
@ApplicationScoped
public class OrderViews {

  private final OrderAccess access;
  private final OrderQueries orders;
  private final AdminOrders adminOrders;

  @Inject
  OrderViews(OrderAccess access, OrderQueries orders, AdminOrders adminOrders) {
    this.access = access;
    this.orders = orders;
    this.adminOrders = adminOrders;
  }

  /**
   * One order; the shop also sees its buyer's e-mail address. Call it without a transaction.
   *
   * @throws org.orderly.ordering.OrderNotFound if the actor may not see it
   */
  public OrderView one(OrderActor actor, OrderId id) {
    access.require(actor, id, Permission.VIEW);
    return actor.forTheShop() ? adminOrders.one(id) : orders.one(id);
  }
}
