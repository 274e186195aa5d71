package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/** The goods of a return may not come back. */
public record ReturnRefused(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    UUID returnId,
    String reason)
    implements DomainEvent {

  static ReturnRefused of(LockedOrder order, Return back, Instant at) {
    return new ReturnRefused(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        back.id(),
        Objects.requireNonNull(back.refusal()));
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
