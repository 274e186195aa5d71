package org.orderly.ordering.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/** An order is being made ready. */
public record OrderProcessing(
    UUID eventId, Instant occurredAt, OrderId orderId, String number, UserId userId)
    implements DomainEvent {

  static OrderProcessing of(LockedOrder order, Instant at) {
    return new OrderProcessing(UuidV7.next(), at, order.id(), order.number(), order.buyer());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
