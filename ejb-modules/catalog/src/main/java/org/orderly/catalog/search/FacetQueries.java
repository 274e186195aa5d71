package org.orderly.catalog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryQueries;
import org.orderly.catalog.search.Facets.FacetValue;
import org.orderly.catalog.search.Facets.PriceFacet;
import org.orderly.catalog.search.FilteredProductQueries.Part;
import org.orderly.kernel.Money;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.RowMapper;
import org.orderly.platform.persistence.SqlBatch;

/** Counts products by brand, category and price. */
final class FacetQueries {

  /** More products than these are not counted. */
  private static final int MAX_COUNTED = 100_000;

  private static final int MAX_VALUES = 30;

  /** Where ranges of prices begin, in whole units of the currency. */
  private static final long[] RANGES = {0, 10, 25, 50, 100, 250, 500, 1_000, 2_500};

  private static final String BRANDS =
      "select max(brand) as value, count(*) as products from (%s) counted"
          + " where brand_key <> '' group by brand_key order by count(*) desc, brand_key limit "
          + MAX_VALUES;

  private static final String CATEGORIES =
      "select array_to_string((string_to_array(path, '/'))[1:%d], '/') as value,"
          + " count(*) as products from (%s) counted where path is not null"
          + " group by 1 order by count(*) desc, 1 limit "
          + MAX_VALUES;

  private static final String PRICES =
      "select width_bucket(price_minor, ?) as value, count(*) as products from (%s) counted"
          + " group by 1 order by 1";

  private final ProductFilter filter;
  private final @Nullable TextQuery words;
  private final DomainDatabase database;

  /**
   * @param words {@code null} if the filter has none
   */
  FacetQueries(ProductFilter filter, @Nullable TextQuery words, DomainDatabase database) {
    this.filter = filter;
    this.words = words;
    this.database = database;
  }

  Facets read() {
    return new Facets(
        filter.facets().contains(Facet.BRAND) ? brands() : null,
        filter.facets().contains(Facet.CATEGORY) ? categories() : null,
        filter.price() != null && filter.facets().contains(Facet.PRICE)
            ? prices(filter.price())
            : null);
  }

  private List<FacetValue> brands() {
    return list(FacetQueries::value, BRANDS, Part.BRAND, List.of());
  }

  /** The category of the filter stays: what is counted is below it. */
  private List<FacetValue> categories() {
    String category = filter.category();
    int depth =
        category == null ? 1 : CategoryQueries.belowOf(category).get(0).split("/").length + 1;
    return list(
        FacetQueries::value, CATEGORIES.replace("%d", Integer.toString(depth)), null, List.of());
  }

  private List<PriceFacet> prices(PriceRange price) {
    long unit =
        LongStream.iterate(1, factor -> factor * 10)
            .skip(Math.max(0, price.currency().getDefaultFractionDigits()))
            .findFirst()
            .orElseThrow();
    List<Money> bounds =
        LongStream.of(RANGES).mapToObj(bound -> new Money(bound * unit, price.currency())).toList();
    Object begins = SqlBatch.column("bigint", bounds.stream().map(Money::minorUnits).toList());
    return list(
        row -> {
          int range = row.getInt("value");
          return new PriceFacet(
              bounds.get(range - 1),
              range < bounds.size() ? bounds.get(range) : null,
              row.getLong("products"));
        },
        PRICES,
        Part.PRICE,
        List.of(begins));
  }

  private static FacetValue value(ResultSet row) throws SQLException {
    return new FacetValue(row.getString("value"), row.getLong("products"));
  }

  private <T> List<T> list(
      RowMapper<T> mapper, String sql, @Nullable Part without, List<Object> first) {
    if (words != null && words.isEmpty()) {
      return List.of();
    }
    FilteredProductQueries filtered = FilteredProductQueries.of(filter, words, without);
    String counted =
        "select p.brand, p.brand_key, p.price_minor, c.path"
            + " from product p left join category c on c.id = p.category_id"
            + filtered.sql()
            + " limit "
            + MAX_COUNTED;
    List<Object> parameters = new ArrayList<>(first);
    parameters.addAll(filtered.parameters());
    return database.list(mapper, sql.formatted(counted), parameters.toArray());
  }
}
