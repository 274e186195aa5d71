package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.fulfilment.GoodsItem;

/** Goods that came back can be sold again. */
public record ReturnRestocked(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    UUID returnId,
    List<GoodsItem> items)
    implements DomainEvent {

  static ReturnRestocked of(
      LockedOrder order, Return back, List<ProductQuantity> handled, Instant at) {
    return new ReturnRestocked(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        back.id(),
        back.goods(handled));
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
