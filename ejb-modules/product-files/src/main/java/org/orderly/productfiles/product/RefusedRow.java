package org.orderly.productfiles.product;

import org.jspecify.annotations.Nullable;

/**
 * A row that cannot be taken.
 *
 * @param sku {@code null} if it cannot be read
 * @param reason for people
 */
public record RefusedRow(String place, @Nullable String sku, String reason) implements FileEntry {}
