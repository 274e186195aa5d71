package org.orderly.catalog.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryQueries;
import org.orderly.catalog.words.Words;
import org.orderly.kernel.Money;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The condition of a statement for the products that a filter selects, and its parameters.
 *
 * @param sql begins with {@code where}; products are {@code p}
 */
record FilteredProductQueries(String sql, List<Object> parameters) {

  /** What a filter narrows by; a facet counts under all others. */
  enum Part {
    CATEGORY,
    BRAND,
    PRICE
  }

  /**
   * @param words {@code null} if the filter has none
   * @param without what does not count; {@code null} if all does
   */
  static FilteredProductQueries of(
      ProductFilter filter, @Nullable TextQuery words, @Nullable Part without) {
    StringBuilder sql = new StringBuilder(" where p.withdrawn_at is null");
    List<Object> parameters = new ArrayList<>();
    if (words != null) {
      sql.append(" and p.search @@ cast(? as tsquery)");
      parameters.add(words.expression());
    }
    if (filter.category() != null && without != Part.CATEGORY) {
      sql.append(" and p.category_id = any (array(").append(CategoryQueries.BELOW).append("))");
      parameters.addAll(CategoryQueries.belowOf(filter.category()));
    }
    if (!filter.brands().isEmpty() && without != Part.BRAND) {
      sql.append(" and p.brand_key = any (?)");
      parameters.add(
          SqlBatch.column("text", filter.brands().stream().map(Words::key).distinct().toList()));
    }
    PriceRange price = filter.price();
    if (price != null) {
      sql.append(" and p.price_currency = ?");
      parameters.add(price.currency().getCurrencyCode());
      if (without != Part.PRICE) {
        bound(sql, parameters, " and p.price_minor >= ?", price.min());
        bound(sql, parameters, " and p.price_minor <= ?", price.max());
      }
    }
    return new FilteredProductQueries(sql.toString(), parameters);
  }

  private static void bound(
      StringBuilder sql, List<Object> parameters, String condition, @Nullable Money bound) {
    if (bound != null) {
      sql.append(condition);
      parameters.add(bound.minorUnits());
    }
  }
}
