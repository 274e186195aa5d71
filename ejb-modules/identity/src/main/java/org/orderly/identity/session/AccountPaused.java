package org.orderly.identity.session;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;

/**
 * Somebody failed to sign in to an account too often in a row, so that nobody can for a while.
 *
 * @param until when the next try is allowed
 * @param address where the last try came from
 */
public record AccountPaused(
    UUID eventId, Instant occurredAt, UserId userId, Instant until, String address)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
