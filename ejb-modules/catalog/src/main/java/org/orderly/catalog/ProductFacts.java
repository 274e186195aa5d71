package org.orderly.catalog;

import java.util.UUID;
import org.orderly.kernel.Money;

/** What of a product may change, and whose it is, for the audit log. */
record ProductFacts(
    String sku,
    String name,
    String description,
    String brand,
    Money price,
    Long categoryId,
    String imageUrl,
    UUID owner) {}
