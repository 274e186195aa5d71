package org.orderly.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.ProductView;

/**
 * One page of a list of products.
 *
 * @param nextCursor where the next page begins; {@code null} on the last one
 * @param didYouMean the words that were looked for instead, because nothing matches those that were
 *     sent; {@code null} if those were
 * @param facets {@code null} unless they were asked for
 */
public record ProductMatches(
    List<ProductView> items,
    @Nullable String nextCursor,
    @Nullable String didYouMean,
    @Nullable Facets facets) {

  public ProductMatches {
    items = List.copyOf(items);
  }
}
