package org.orderly.inventory.alert;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * A product's availability fell to its threshold or below. Published once, until the stock was
 * {@linkplain StockReplenished replenished}.
 */
public record StockRunningLow(
    UUID eventId, Instant occurredAt, ProductId productId, Quantity available, Quantity threshold)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
