package org.orderly.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;

/**
 * A product as shown to shoppers.
 *
 * @param brand {@code null} if it has none
 * @param categories the names from the root of the tree down to the product's category
 * @param imageUrl absolute, or relative to the site; {@code null} if there is no picture
 * @param quantityScale how many decimals of a unit can be bought
 * @param version rises with every change; makes the entity tag, is not part of the JSON
 */
public record ProductView(
    ProductId id,
    String sku,
    String name,
    String description,
    @Nullable String brand,
    Money price,
    List<String> categories,
    @Nullable String imageUrl,
    int quantityScale,
    @JsonIgnore long version) {

  public ProductView {
    categories = List.copyOf(categories);
  }
}
