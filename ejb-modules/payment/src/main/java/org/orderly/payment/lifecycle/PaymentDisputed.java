package org.orderly.payment.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** The buyer's bank took the money of a payment back, or it was decided who keeps it. */
public record PaymentDisputed(
    UUID eventId,
    Instant occurredAt,
    UUID paymentId,
    OrderId orderId,
    UserId userId,
    Money amount,
    Stage stage)
    implements DomainEvent {

  /** How far the dispute has come. */
  public enum Stage {
    OPENED,
    WON,
    LOST
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
