package org.orderly.payment.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** An order, or its part by this payment, was paid. */
public record PaymentCaptured(
    UUID eventId, Instant occurredAt, UUID paymentId, OrderId orderId, UserId userId, Money amount)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
