package org.orderly.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * How many products a list would have with one filter more. Each facet counts under the other
 * filters.
 *
 * @param brand the brands of most products; {@code null} unless asked for
 * @param category the categories below that of the filter; {@code null} unless asked for
 * @param price by ranges; {@code null} unless asked for
 */
public record Facets(
    @Nullable List<FacetValue> brand,
    @Nullable List<FacetValue> category,
    @Nullable List<PriceFacet> price) {

  /**
   * A value to filter by.
   *
   * @param value as the filter takes it
   */
  public record FacetValue(String value, long products) {}

  /**
   * A range of prices.
   *
   * @param min inclusive
   * @param below exclusive; {@code null} for the highest range
   */
  public record PriceFacet(Money min, @Nullable Money below, long products) {}
}
