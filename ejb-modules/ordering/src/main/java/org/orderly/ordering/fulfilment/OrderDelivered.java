package org.orderly.ordering.fulfilment;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;

/**
 * A shipment of an order has arrived.
 *
 * @param complete whether all of the order has arrived with it
 */
public record OrderDelivered(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    UUID shipmentId,
    boolean complete)
    implements DomainEvent {

  static OrderDelivered of(LockedOrder order, UUID shipment, boolean complete, Instant at) {
    return new OrderDelivered(
        UuidV7.next(), at, order.id(), order.number(), order.buyer(), shipment, complete);
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
