package org.orderly.ordering.fulfilment;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * One product in a shipment.
 *
 * @param vendor whose product it was; {@code null} for the shop itself
 */
record PackedLine(
    ProductId productId, String sku, String name, Quantity quantity, @Nullable UserId vendor) {

  GoodsItem view() {
    return new GoodsItem(productId, sku, name, quantity);
  }
}
