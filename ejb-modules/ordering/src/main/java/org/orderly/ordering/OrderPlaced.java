package org.orderly.ordering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/**
 * An order was placed.
 *
 * @param adjustments of the whole order
 */
public record OrderPlaced(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money total,
    List<OrderView.Item> lines,
    List<Adjustment> adjustments)
    implements DomainEvent {

  /** Events from before there were adjustments have none. */
  public OrderPlaced {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  static OrderPlaced of(Order order, Instant at) {
    return new OrderPlaced(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        order.total(),
        OrderView.Item.all(order.items().lines()),
        order.items().adjustments());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
