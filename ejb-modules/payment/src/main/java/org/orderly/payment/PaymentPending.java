package org.orderly.payment;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** An order waits for money: for a step that the buyer has to take, or for a bank transfer. */
public record PaymentPending(
    UUID eventId,
    Instant occurredAt,
    UUID paymentId,
    OrderId orderId,
    UserId userId,
    Money amount,
    Instant expiresAt)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
