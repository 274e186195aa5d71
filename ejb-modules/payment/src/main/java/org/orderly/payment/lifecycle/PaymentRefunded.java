package org.orderly.payment.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.method.RefundTarget;

/** Money of a payment was given back, to where it came from or to the buyer's balance. */
public record PaymentRefunded(
    UUID eventId,
    Instant occurredAt,
    UUID paymentId,
    OrderId orderId,
    UserId userId,
    Money amount,
    UUID refundId,
    RefundTarget to)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
