package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/** The goods of a return may come back. */
public record ReturnApproved(
    UUID eventId, Instant occurredAt, OrderId orderId, String number, UserId userId, UUID returnId)
    implements DomainEvent {

  static ReturnApproved of(LockedOrder order, Return back, Instant at) {
    return new ReturnApproved(
        UuidV7.next(), at, order.id(), order.number(), order.buyer(), back.id());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
