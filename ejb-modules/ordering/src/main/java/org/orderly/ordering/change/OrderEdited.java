package org.orderly.ordering.change;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.OrderView;

/**
 * The lines or the address of an order were changed.
 *
 * @param before the total before
 * @param total the total now
 * @param lines the lines now
 * @param adjustments of the whole order, now
 */
public record OrderEdited(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money before,
    Money total,
    List<OrderView.Item> lines,
    List<Adjustment> adjustments)
    implements DomainEvent {

  /** Events from before there were adjustments have none. */
  public OrderEdited {
    adjustments = adjustments == null ? List.of() : List.copyOf(adjustments);
  }

  static OrderEdited of(LockedOrder order, Money before, Instant at) {
    return new OrderEdited(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        before,
        order.total(),
        OrderView.Item.all(order.lines()),
        order.adjustments());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
