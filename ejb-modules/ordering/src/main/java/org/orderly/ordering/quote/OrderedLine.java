package org.orderly.ordering.quote;

import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * One product of an order, for those who fulfil it.
 *
 * @param lineTotal unit price times quantity, rounded half up to the minor unit
 * @param vendor whose product it was when it was ordered; {@code null} for the shop itself
 */
public record OrderedLine(
    ProductId productId,
    String sku,
    String name,
    Quantity quantity,
    Money unitPrice,
    Money lineTotal,
    UserId vendor) {}
