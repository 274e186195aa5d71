package org.orderly.productfiles.product;

import org.jspecify.annotations.Nullable;

/**
 * A product that the file itself does not offer, such as a draft.
 *
 * @param sku {@code null} if it cannot be read
 * @param reason for people; few different ones in a file
 */
public record SkippedRow(String place, @Nullable String sku, String reason) implements FileEntry {}
