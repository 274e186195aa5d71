package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** Somebody placed an order. */
public record OrderPlaced(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money total,
    List<Line> lines)
    implements DomainEvent {

  /** One product of the order. */
  public record Line(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal) {}

  static OrderPlaced of(Order order, Instant at) {
    return new OrderPlaced(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        order.total(),
        lines(order.view()));
  }

  public static List<Line> lines(OrderView order) {
    return order.items().stream()
        .map(
            item ->
                new Line(
                    item.productId(),
                    item.sku(),
                    item.name(),
                    item.quantity(),
                    item.unitPrice(),
                    item.lineTotal()))
        .toList();
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
