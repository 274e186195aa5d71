package org.orderly.identity.event;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UserId;

/** A user has another password now; whoever did not do it should hear of it. */
public record PasswordChanged(UUID eventId, Instant occurredAt, UserId userId)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return userId.value();
  }
}
