package org.orderly.catalog.category;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;

/**
 * A category was created.
 *
 * @param parentId {@code null} for a root of the tree
 */
public record CategoryCreated(
    UUID eventId,
    Instant occurredAt,
    UUID categoryId,
    @Nullable UUID parentId,
    String name,
    String path)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return categoryId;
  }
}
