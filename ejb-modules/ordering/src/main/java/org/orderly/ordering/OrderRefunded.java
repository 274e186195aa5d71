package org.orderly.ordering;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/**
 * The shop gives back a part of what an order has paid.
 *
 * @param to ORIGINAL for where it came from, BALANCE for the buyer's balance
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
