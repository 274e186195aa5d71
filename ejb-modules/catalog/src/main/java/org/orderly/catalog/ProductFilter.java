package org.orderly.catalog;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;

/**
 * Which products to list.
 *
 * @param q words to look for in name, sku, brand and description; {@code null} or blank for all
 * @param category a category's path or name; includes everything below it; {@code null} for all
 * @param cursor where to go on; {@code null} to begin
 */
public record ProductFilter(
    @Nullable String q, @Nullable String category, Limit limit, @Nullable String cursor) {

  private static final int MAX_LENGTH = 300;

  public ProductFilter {
    q = checked("q", q);
    category = checked("category", category);
  }

  private static @Nullable String checked(String field, @Nullable String text) {
    if (text != null && text.length() > MAX_LENGTH) {
      throw new InvalidValue(field, "is longer than " + MAX_LENGTH + " characters");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }
}
