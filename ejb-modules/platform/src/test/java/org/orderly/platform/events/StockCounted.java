package org.orderly.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.UuidV7;

/** An event for tests. */
record StockCounted(UUID eventId, Instant occurredAt, UUID aggregateId, int pieces)
    implements DomainEvent {

  static StockCounted of(int pieces) {
    return new StockCounted(
        UuidV7.next(), Instant.parse("2026-01-01T00:00:00Z"), new UUID(0, 7), pieces);
  }
}
