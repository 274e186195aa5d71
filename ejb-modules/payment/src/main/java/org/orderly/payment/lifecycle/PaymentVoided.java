package org.orderly.payment.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** A payment was voided before any money was captured. */
public record PaymentVoided(
    UUID eventId, Instant occurredAt, UUID paymentId, OrderId orderId, UserId userId, Money amount)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
