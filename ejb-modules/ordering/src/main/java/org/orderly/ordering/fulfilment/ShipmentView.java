package org.orderly.ordering.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

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
    String trackingNumber,
    List<Item> items,
    Instant shippedAt,
    Instant deliveredAt) {

  /** How much of a product is in it. */
  public record Item(ProductId productId, String sku, String name, Quantity quantity) {}

  public ShipmentView {
    items = List.copyOf(items);
  }
}
