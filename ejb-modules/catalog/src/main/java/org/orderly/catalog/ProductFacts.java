package org.orderly.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/** What of a product may change, and whose it is, for the audit log. */
record ProductFacts(
    String sku,
    String name,
    String description,
    @Nullable String brand,
    Money price,
    @Nullable Long categoryId,
    @Nullable String imageUrl,
    @Nullable UUID owner) {}
