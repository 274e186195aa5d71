package org.orderly.inventory;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** How much of a product an order wants. */
public record ReservationLine(ProductId productId, Quantity quantity) {}
