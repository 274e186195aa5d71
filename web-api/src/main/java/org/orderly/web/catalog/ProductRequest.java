package org.orderly.web.catalog;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.orderly.catalog.ProductDraft;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.Quantity;

/**
 * A product as its seller describes it.
 *
 * @param categories names from the root of the tree down
 * @param quantityScale decimals of a unit that can be bought; 0 if absent, fixed for good
 * @param initialStock counts when the product is made and is ignored afterwards: stock is moved
 * @param lowStockThreshold admins and the vendor are told when less is left; absent for no telling
 */
public record ProductRequest(
    @NotBlank @Size(max = ProductDraft.MAX_SKU) String sku,
    @NotBlank @Size(max = ProductDraft.MAX_NAME) String name,
    @Size(max = ProductDraft.MAX_DESCRIPTION) String description,
    @Size(max = ProductDraft.MAX_BRAND) String brand,
    @NotNull Money price,
    List<@NotBlank String> categories,
    String imageUrl,
    @Min(0) @Max(Quantity.MAX_SCALE) Integer quantityScale,
    Quantity initialStock,
    Quantity lowStockThreshold) {

  ProductDraft draft() {
    if (price == null) {
      throw new InvalidValue("price", "must not be empty");
    }
    return new ProductDraft(
        sku,
        name,
        description,
        brand,
        price,
        categories,
        imageUrl,
        quantityScale == null ? 0 : quantityScale,
        null);
  }

  Quantity stock() {
    return initialStock == null ? Quantity.ZERO : initialStock;
  }
}
