package org.orderly.ordering.guests;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/** A guest's order belongs to an account now. */
public record OrderAdopted(
    UUID eventId, Instant occurredAt, OrderId orderId, String number, UserId userId)
    implements DomainEvent {

  static OrderAdopted of(LockedOrder order, Instant at) {
    return new OrderAdopted(UuidV7.next(), at, order.id(), order.number(), order.buyer());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
