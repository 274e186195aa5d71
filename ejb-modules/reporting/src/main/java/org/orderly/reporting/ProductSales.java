package org.orderly.reporting;

import java.math.BigDecimal;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;

/**
 * What was sold of a product in a period, in one currency.
 *
 * @param sku as it was called in the latest order
 * @param name the same
 * @param revenue what these goods cost, with discounts and taxes, without shipping and fees
 * @param orders in how many orders it is
 */
public record ProductSales(
    ProductId productId, String sku, String name, Money revenue, BigDecimal units, long orders) {}
