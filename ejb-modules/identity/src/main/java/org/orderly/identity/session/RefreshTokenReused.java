package org.orderly.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;

/**
 * A refresh token was presented a second time, so it may have been stolen; the session has been
 * ended for whoever holds it.
 *
 * @param address where the second use came from
 */
public record RefreshTokenReused(
    UUID eventId, Instant occurredAt, UserId userId, UUID sessionId, String address)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
