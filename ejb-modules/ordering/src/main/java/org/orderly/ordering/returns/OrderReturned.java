package org.orderly.ordering.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.fulfilment.GoodsItem;

/**
 * Goods of an order have come back: those of this return that were received now.
 *
 * @param refundable what all goods of this return that were received by now cost, with adjustments;
 *     {@code null} in events from before there were adjustments
 */
public record OrderReturned(
    UUID eventId,
    Instant occurredAt,
    OrderId orderId,
    String number,
    UserId userId,
    UUID returnId,
    List<GoodsItem> items,
    @Nullable Money refundable)
    implements DomainEvent {

  static OrderReturned of(
      LockedOrder order, Return back, List<ProductQuantity> received, Instant at) {
    return new OrderReturned(
        UuidV7.next(),
        at,
        order.id(),
        order.number(),
        order.buyer(),
        back.id(),
        back.goods(received),
        back.view(VisibleLines.ALL).refundable());
  }

  @Override
  public UUID aggregateId() {
    return orderId.value();
  }
}
