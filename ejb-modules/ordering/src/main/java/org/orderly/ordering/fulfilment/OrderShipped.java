package org.orderly.ordering.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/**
 * Goods of an order have been shipped: all that was ordered, or some of it.
 *
 * @param trackingNumber {@code null} if the carrier gave none
 */
public record OrderShipped(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    UUID shipmentId,
    String carrier,
    @Nullable String trackingNumber,
    List<GoodsItem> items)
    implements DomainEvent {

  static OrderShipped of(LockedOrder order, ShipmentView shipment) {
    return new OrderShipped(
        UuidV7.next(),
        shipment.shippedAt(),
        order.id(),
        order.number(),
        order.buyer(),
        shipment.id(),
        shipment.carrier(),
        shipment.trackingNumber(),
        shipment.items());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
