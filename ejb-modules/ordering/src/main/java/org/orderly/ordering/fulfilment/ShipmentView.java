package org.orderly.ordering.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;

/**
 * A shipment as shown to whom it concerns.
 *
 * @param status SHIPPED or DELIVERED
 * @param trackingNumber {@code null} if the carrier gave none
 * @param items those that the asker may see
 * @param deliveredAt {@code null} while it is on its way
 */
public record ShipmentView(
    UUID id,
    OrderId orderId,
    String status,
    String carrier,
    @Nullable String trackingNumber,
    List<GoodsItem> items,
    Instant shippedAt,
    @Nullable Instant deliveredAt) {

  public ShipmentView {
    items = List.copyOf(items);
  }
}
