package org.orderly.identity.event;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;

/**
 * A user asked for erasure: whoever keeps personal data of theirs erases it. The id stays, as a
 * pseudonym.
 *
 * <p>Fired in the transaction that erases the account, for the rooms of this domain, and told to
 * the other domains as an event.
 */
public record UserErased(UUID eventId, Instant occurredAt, UserId userId) implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
