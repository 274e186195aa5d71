package org.orderly.ordering.change;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/**
 * An order was cancelled; its stock is released and its payments are voided or refunded.
 *
 * @param reason as the caller gave it
 */
public record OrderCancelled(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money total,
    String reason)
    implements DomainEvent {

  static OrderCancelled of(LockedOrder order, String reason, Instant at) {
    return new OrderCancelled(
        UuidV7.next(), at, order.id(), order.number(), order.buyer(), order.total(), reason);
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
