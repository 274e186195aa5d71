package org.orderly.productfiles.product;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.value.PriceText.Price;

/**
 * A product as a file has it. Its numbers are numbers; whether the shop accepts them, the shop
 * says.
 *
 * @param sku {@code null} if the row has none; the shop refuses it
 * @param name {@code null} if the row has none; the shop refuses it
 * @param categories names from the root of the tree down
 * @param stock how much there is; {@code null} if the file does not say
 * @param initialStock how much there is if the product is new; {@code null} if the file does not
 *     say
 */
public record FileProduct(
    String place,
    @Nullable String sku,
    @Nullable String name,
    @Nullable String description,
    @Nullable String brand,
    Price price,
    List<String> categories,
    @Nullable String imageUrl,
    @Nullable BigDecimal quantityScale,
    @Nullable BigDecimal stock,
    @Nullable BigDecimal initialStock,
    @Nullable BigDecimal lowStockThreshold)
    implements FileEntry {}
