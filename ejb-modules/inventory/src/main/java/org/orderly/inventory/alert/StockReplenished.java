package org.orderly.inventory.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * A product's availability rose clearly above its threshold after the stock had run low or was
 * depleted: half as much again, or any quantity if there is no threshold.
 *
 * @param threshold availability at which to warn; {@code null} for never
 */
public record StockReplenished(
    UUID eventId,
    Instant occurredAt,
    ProductId productId,
    Quantity available,
    @Nullable Quantity threshold)
    implements DomainEvent {

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
