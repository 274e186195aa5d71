package org.orderly.ordering;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;

/** An order was confirmed: its payment is certain and its stock is reserved. */
public record OrderConfirmed(
    UUID eventId, Instant occurredAt, OrderId orderId, String number, UserId userId, Money total)
    implements DomainEvent {

  static OrderConfirmed of(Order order, Instant at) {
    return new OrderConfirmed(
        UuidV7.next(), at, order.id(), order.number(), order.buyer(), order.total());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
