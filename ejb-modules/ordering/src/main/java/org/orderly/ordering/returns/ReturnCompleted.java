package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/** All that came back with a return is in the stock again or written off. */
public record ReturnCompleted(
    UUID eventId, Instant occurredAt, OrderId orderId, String number, UserId userId, UUID returnId)
    implements DomainEvent {

  static ReturnCompleted of(LockedOrder order, Return back, Instant at) {
    return new ReturnCompleted(
        UuidV7.next(), at, order.id(), order.number(), order.buyer(), back.id());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
