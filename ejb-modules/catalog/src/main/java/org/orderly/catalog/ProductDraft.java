package org.orderly.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CatalogText;
import org.orderly.catalog.category.CategoryPath;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

/**
 * A request to create or change a product.
 *
 * <p>A draft is valid by construction: texts are stripped and within their limits, the price is
 * positive, the picture's address is harmless.
 *
 * @param brand may be {@code null}
 * @param categories names from the root of the tree down; empty for none
 * @param imageUrl http(s) address or site-relative path; may be {@code null}
 * @param basedOn the version of the product that the writer saw; {@code null} to write over any
 */
public record ProductDraft(
    String sku,
    String name,
    String description,
    @Nullable String brand,
    Money price,
    List<String> categories,
    @Nullable String imageUrl,
    int quantityScale,
    @Nullable Long basedOn) {

  public static final int MAX_SKU = 64;
  public static final int MAX_NAME = 300;
  public static final int MAX_DESCRIPTION = 20_000;
  public static final int MAX_BRAND = 200;

  /**
   * @throws InvalidValue naming the first member that is wrong
   */
  public ProductDraft {
    sku = CatalogText.sku(sku, MAX_SKU);
    name = CatalogText.line("name", name, MAX_NAME);
    description = CatalogText.block("description", description, MAX_DESCRIPTION);
    brand = CatalogText.optionalLine("brand", brand, MAX_BRAND);
    Objects.requireNonNull(price, "price");
    if (!price.isPositive()) {
      throw new InvalidValue("price", "must be more than zero");
    }
    categories = new CategoryPath(categories == null ? List.of() : categories).names();
    imageUrl = ImageUrl.checked(imageUrl);
    if (quantityScale < 0 || quantityScale > Quantity.MAX_SCALE) {
      throw new InvalidValue("quantityScale", "must be between 0 and " + Quantity.MAX_SCALE);
    }
  }

  /** The same draft, to be refused if the product is no longer at this version. */
  public ProductDraft basedOn(long version) {
    return new ProductDraft(
        sku, name, description, brand, price, categories, imageUrl, quantityScale, version);
  }

  CategoryPath categoryPath() {
    return new CategoryPath(categories);
  }
}
