package org.orderly.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A wallet gave money that its owner withdrew.
 *
 * @param transferId the gateway transfer that moved it
 */
public record WalletDebited(
    UUID eventId, Instant occurredAt, UserId userId, Money amount, UUID transferId)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
