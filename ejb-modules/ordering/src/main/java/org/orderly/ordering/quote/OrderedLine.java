package org.orderly.ordering.quote;

import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * A line of an order with its price and vendor.
 *
 * @param lineTotal unit price times quantity, rounded half up to the minor unit
 * @param vendor the seller of the product at the time of the order; {@code null} for the shop
 */
public record OrderedLine(
    ProductId productId,
    String sku,
    String name,
    Quantity quantity,
    Money unitPrice,
    Money lineTotal,
    UserId vendor) {}
