package org.orderly.ordering.fulfilment;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * The remaining quantity of a line.
 *
 * @param vendor whose product it was; {@code null} for the shop itself
 */
public record RemainingLine(ProductId productId, Quantity open, UserId vendor) {}
