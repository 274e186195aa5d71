package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.fulfilment.GoodsItem;

/** A buyer wants to send goods back. */
public record ReturnRequested(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    UUID returnId,
    String reason,
    List<GoodsItem> items)
    implements DomainEvent {

  static ReturnRequested of(LockedOrder order, Return back, Instant at) {
    return new ReturnRequested(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        back.id(),
        back.reason(),
        back.goods());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
