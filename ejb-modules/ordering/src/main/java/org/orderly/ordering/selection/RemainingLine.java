package org.orderly.ordering.selection;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * The remaining quantity of a line.
 *
 * @param vendor whose product it was; {@code null} for the shop itself
 */
public record RemainingLine(ProductId productId, Quantity open, @Nullable UserId vendor) {}
