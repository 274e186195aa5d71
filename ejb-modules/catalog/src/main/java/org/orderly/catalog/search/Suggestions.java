package org.orderly.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductId;

/** What a shopper may be about to type: products, categories and brands that begin so. */
public record Suggestions(
    List<SuggestedProduct> products, List<SuggestedCategory> categories, List<String> brands) {

  /**
   * A product to go to.
   *
   * @param imageUrl {@code null} if there is no picture
   */
  public record SuggestedProduct(
      ProductId id, String sku, String name, @Nullable String imageUrl) {}

  /**
   * A category to go to.
   *
   * @param names from the root of the tree down to it
   */
  public record SuggestedCategory(String path, List<String> names) {}
}
