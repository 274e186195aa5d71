package org.orderly.catalog.category;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;

/**
 * A category was renamed or moved, with everything below it: paths that began with the former one
 * begin with the new one, and products there have other categories' names.
 *
 * @param parentId {@code null} for a root of the tree
 */
public record CategoryChanged(
    UUID eventId,
    Instant occurredAt,
    UUID categoryId,
    @Nullable UUID parentId,
    String name,
    String path,
    String formerPath)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return categoryId;
  }
}
