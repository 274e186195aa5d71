package org.orderly.catalog;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;

/** A product is no longer on sale, for good. */
public record ProductWithdrawn(UUID eventId, Instant occurredAt, ProductId productId, String sku)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
