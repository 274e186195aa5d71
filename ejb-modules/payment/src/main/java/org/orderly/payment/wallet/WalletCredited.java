package org.orderly.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A wallet received money through a gateway.
 *
 * @param transferId the gateway transfer that moved it
 * @param cause {@code null} in events of earlier versions, which did not tell
 */
public record WalletCredited(
    UUID eventId,
    Instant occurredAt,
    UserId userId,
    Money amount,
    UUID transferId,
    @Nullable Cause cause)
    implements DomainEvent {

  /** Why there is more in the wallet. */
  public enum Cause {
    /** Its owner paid it in. */
    DEPOSIT,
    /** What was paid out to its owner did not reach them. */
    PAYOUT_RETURNED
  }

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
