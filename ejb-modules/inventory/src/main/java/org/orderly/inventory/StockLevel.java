package org.orderly.inventory;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * How much there is of a product.
 *
 * @param onHand on hand, reserved or not
 * @param reserved reserved for orders
 * @param available what can still be sold: on hand less reserved
 * @param lowStockThreshold availability at which admins are warned; {@code null} for never
 */
public record StockLevel(
    ProductId productId,
    Quantity onHand,
    Quantity reserved,
    Quantity available,
    @Nullable Quantity lowStockThreshold) {

  Quantity requireThreshold() {
    return Objects.requireNonNull(lowStockThreshold, "no threshold");
  }
}
