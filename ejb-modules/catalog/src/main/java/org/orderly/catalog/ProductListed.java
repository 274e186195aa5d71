package org.orderly.catalog;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;

/** A product was listed. */
public record ProductListed(
    UUID eventId,
    Instant occurredAt,
    ProductId productId,
    String sku,
    String name,
    Money unitPrice,
    int quantityScale)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
