package org.orderly.ordering.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.OrderPlaced;

/**
 * An order holds something else now.
 *
 * @param before what it cost
 * @param total what it costs now
 * @param lines what it holds now
 */
public record OrderEdited(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money before,
    Money total,
    List<OrderPlaced.Line> lines)
    implements DomainEvent {

  static OrderEdited of(LockedOrder order, Money before, Instant at) {
    return new OrderEdited(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        before,
        order.total(),
        OrderPlaced.lines(order.view()));
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
