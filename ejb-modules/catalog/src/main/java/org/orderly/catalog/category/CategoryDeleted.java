package org.orderly.catalog.category;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;

/** A category was deleted; nothing was on sale in it. */
public record CategoryDeleted(UUID eventId, Instant occurredAt, UUID categoryId, String path)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return categoryId;
  }
}
