package org.orderly.listing;

import org.jspecify.annotations.Nullable;
import org.orderly.catalog.ProductDraft;
import org.orderly.kernel.Quantity;

/**
 * One product to be imported.
 *
 * @param initialStock counts only if the product is new
 * @param stock what is on hand, also of a known product; {@code null} to leave that alone
 * @param lowStockThreshold {@code null} for no warning
 */
public record ImportItem(
    ProductDraft draft,
    Quantity initialStock,
    @Nullable Quantity stock,
    @Nullable Quantity lowStockThreshold) {

  Quantity openingStock() {
    return stock == null ? initialStock : stock;
  }
}
