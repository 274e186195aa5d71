package org.orderly.inventory.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * Nothing of a product is available any more. Published once, until the stock was {@linkplain
 * StockReplenished replenished}.
 *
 * @param threshold availability at which to warn; {@code null} for never
 */
public record StockDepleted(
    UUID eventId, Instant occurredAt, ProductId productId, @Nullable Quantity threshold)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
