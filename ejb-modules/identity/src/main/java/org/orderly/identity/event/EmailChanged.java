package org.orderly.identity.event;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;

/** A user's e-mail address changed, which {@link Users} tells. */
public record EmailChanged(UUID eventId, Instant occurredAt, UserId userId) implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
