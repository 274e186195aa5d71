package org.orderly.inventory;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** A product's availability fell to its threshold or below; told once per fall. */
public record StockRanLow(
    UUID eventId, Instant occurredAt, ProductId productId, Quantity available, Quantity threshold)
    implements DomainEvent {

  static StockRanLow of(StockLevel level, UUID eventId, Instant occurredAt) {
    Quantity threshold = Objects.requireNonNull(level.lowStockThreshold(), "no threshold");
    return new StockRanLow(eventId, occurredAt, level.productId(), level.available(), threshold);
  }

  @Override
  public UUID aggregateId() {
    return productId.value();
  }
}
