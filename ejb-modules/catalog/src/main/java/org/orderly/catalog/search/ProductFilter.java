package org.orderly.catalog.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;

/**
 * Which products to list, and in which order.
 *
 * @param q words to look for in name, sku, brand and description; {@code null} or blank for all
 * @param category a category's path or name; includes everything below it; {@code null} for all
 * @param brands one of them; case, accents and signs are ignored; empty for all
 * @param price {@code null} for any
 * @param facets what to count as well
 * @param cursor where to go on; {@code null} to begin
 */
public record ProductFilter(
    @Nullable String q,
    @Nullable String category,
    List<String> brands,
    @Nullable PriceRange price,
    ProductSort sort,
    Set<Facet> facets,
    Limit limit,
    @Nullable String cursor) {

  private static final int MAX_LENGTH = 300;
  private static final int MAX_BRANDS = 20;

  public ProductFilter {
    q = checked("q", q);
    category = checked("category", category);
    brands = brands == null ? List.of() : List.copyOf(brands);
    if (brands.size() > MAX_BRANDS) {
      throw new InvalidValue("brand", "is sent more than " + MAX_BRANDS + " times");
    }
    brands.forEach(brand -> checked("brand", brand));
    facets = Set.copyOf(facets);
    if (facets.contains(Facet.PRICE) && price == null) {
      throw new InvalidValue("currency", "is needed for the facet price, such as EUR");
    }
    if (sort == ProductSort.RELEVANCE && q == null) {
      sort = ProductSort.POPULARITY;
    }
  }

  /** Whether nothing but words narrows the list. */
  boolean isOnlyWords() {
    return category == null && brands.isEmpty() && price == null;
  }

  private static @Nullable String checked(String field, @Nullable String text) {
    if (text != null && text.length() > MAX_LENGTH) {
      throw new InvalidValue(field, "is longer than " + MAX_LENGTH + " characters");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }
}
