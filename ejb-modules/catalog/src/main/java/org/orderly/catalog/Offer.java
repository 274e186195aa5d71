package org.orderly.catalog;

import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;

/**
 * What a product costs at this moment.
 *
 * @param unitPrice for one unit, of which {@code quantityScale} decimals can be bought
 */
public record Offer(ProductId id, String sku, String name, Money unitPrice, int quantityScale) {}
