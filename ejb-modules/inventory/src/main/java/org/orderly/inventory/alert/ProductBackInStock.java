package org.orderly.inventory.alert;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * Something of a product is available again after nothing was. Unlike an alert it is published each
 * time, for shoppers who wait for the product.
 */
public record ProductBackInStock(
    UUID eventId, Instant occurredAt, ProductId productId, Quantity available)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
