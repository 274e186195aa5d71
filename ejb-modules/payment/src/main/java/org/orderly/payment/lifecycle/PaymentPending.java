package org.orderly.payment.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.method.PaymentInstrument;

/**
 * An order waits for money.
 *
 * @param expiresAt until when
 * @param means a card, whose owner has to take a step, or an invoice, for a bank transfer
 */
public record PaymentPending(
    UUID eventId,
    Instant occurredAt,
    UUID paymentId,
    OrderId orderId,
    UserId userId,
    Money amount,
    Instant expiresAt,
    PaymentInstrument means)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
