package org.orderly.ordering.fulfilment;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** How much of a product a shipment contains, or an event about a return speaks of. */
public record GoodsItem(ProductId productId, String sku, String name, Quantity quantity) {}
