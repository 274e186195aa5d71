package org.orderly.ordering;

import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.EditOrder;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.change.OrderEditing;
import org.orderly.ordering.fulfilment.NewShipment;
import org.orderly.ordering.fulfilment.Shipments;
import org.orderly.ordering.returns.NewReturn;
import org.orderly.ordering.returns.ReturnView;
import org.orderly.ordering.returns.Returns;
import org.orderly.ordering.settlement.OrderRefunds;
import org.orderly.payment.method.RefundTarget;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.testing.Application;

/** What happens to placed orders in database tests, done by the shop. */
public final class OrderLife {

  private record Body(String text) {}

  private final OrderActor admin = new OrderActor.Admin(UserId.newId());
  private final Application app;

  public OrderLife(Application app) {
    this.app = app;
  }

  private IdempotencyKey key() {
    return IdempotencyKey.of(admin.id(), "life", UUID.randomUUID().toString(), new Body("life"));
  }

  public OrderView edit(OrderView order, ProductQuantity... items) {
    OrderChange change = new OrderChange(order.id(), admin, key());
    return app.bean(OrderEditing.class)
        .edit(new EditOrder(change, List.of(items), null, null, null))
        .value();
  }

  /** Cancels the order, or the rest of it if part was shipped. */
  public OrderView cancel(OrderView order) {
    return app.bean(Cancellation.class)
        .cancel(new OrderChange(order.id(), admin, key()), "out of stock")
        .value();
  }

  /** Ships some items, or all that remains. */
  public void ship(OrderView order, ProductQuantity... items) {
    List<ProductQuantity> some = items.length == 0 ? null : List.of(items);
    app.bean(Shipments.class)
        .ship(new NewShipment(order.id(), "Post", null, some, null), key(), admin);
  }

  /** Requests, approves and receives a return. */
  public ReturnView comeBack(OrderView order, ProductQuantity... items) {
    Returns returns = app.bean(Returns.class);
    NewReturn requested = new NewReturn(order.id(), List.of(items), "too much");
    UUID id = returns.request(requested, key(), admin).value().id();
    returns.approve(id, key(), admin);
    return returns.receive(id, null, key(), admin).value();
  }

  /** Refunds an amount the way it was paid. */
  public void refund(OrderView order, Money amount) {
    app.bean(OrderRefunds.class)
        .refund(
            new OrderRefunds.RefundOrder(order.id(), amount, RefundTarget.ORIGINAL, null), key());
  }
}
