package org.orderly.identity.event;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;

/**
 * A user registered.
 *
 * <p>Says who by id alone: personal data stay in this domain, where {@link Users} tells them.
 */
public record UserRegistered(UUID eventId, Instant occurredAt, UserId userId)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
