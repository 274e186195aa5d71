package org.orderly.inventory;

import java.util.UUID;

/** The key of a {@link StockItem}. */
record StockItemId(UUID productId, int locationId) {}
