package org.orderly.reporting;

import java.math.BigDecimal;
import java.util.List;
import org.orderly.kernel.Money;

/**
 * What was sold of the products of a category in a period, in one currency.
 *
 * @param category its names from the root down, as the catalogue has it now; empty for products
 *     that are in none
 * @param revenue what these goods cost, with discounts and taxes, without shipping and fees
 * @param lines of orders
 */
public record CategorySales(List<String> category, Money revenue, BigDecimal units, long lines) {}
