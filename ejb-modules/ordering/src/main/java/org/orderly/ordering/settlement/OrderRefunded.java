package org.orderly.ordering.settlement;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/**
 * The shop refunded part of what was paid for an order.
 *
 * @param to ORIGINAL for the original payment method, BALANCE for the buyer's balance
 */
public record OrderRefunded(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    Money amount,
    String to)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
