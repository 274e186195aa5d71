package org.orderly.catalog.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.ProductRow;
import org.orderly.catalog.ProductView;
import org.orderly.kernel.Page;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * One page of products.
 *
 * <p>A page begins after the sort keys of the last product of the page before (keyset), so that a
 * late page costs as much as the first and none repeats while products come and go.
 */
final class ProductListQueries {

  /** Matches are ranked in whole millionths: a cursor holds them exactly. */
  private static final String SCORE = "(ts_rank(p.search, cast(? as tsquery), 1) * 1000000)::int";

  /** Who types a whole sku, name or brand means it; the sku as it is written comes first. */
  private static final String MATCH =
      "case when p.sku = ? then 5 when p.sku_key = ? then 4 when p.name_key = ? then 3"
          + " when p.brand_key = ? then 2 when starts_with(p.name_key, ?) then 1 else 0 end";

  private static final int KEYS_IN_MATCH = 4;

  private final ProductFilter filter;
  private final @Nullable TextQuery words;
  private final ListCursor cursor;
  private final List<Object> parameters = new ArrayList<>();

  /**
   * @param words {@code null} if the filter has none
   */
  ProductListQueries(ProductFilter filter, @Nullable TextQuery words) {
    this.filter = filter;
    this.words = words;
    this.cursor = new ListCursor(filter, words);
  }

  private record Found(ProductView product, String position) {}

  Page<ProductView> read(DomainDatabase database) {
    if (words != null && words.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    String sql = sql();
    List<Found> found =
        database.list(
            row -> new Found(ProductRow.view(row), cursor.at(row)), sql, parameters.toArray());
    int size = filter.limit().value();
    return new Page<>(
        found.stream().limit(size).map(Found::product).toList(),
        found.size() > size ? found.get(size - 1).position() : null);
  }

  String sql() {
    parameters.clear();
    StringBuilder sql = new StringBuilder("select * from (select ").append(ProductRow.COLUMNS);
    sql.append(", p.popularity, p.name_key");
    if (words != null && filter.sort() == ProductSort.RELEVANCE) {
      sql.append(", ").append(MATCH).append(" as match, ").append(SCORE).append(" as score");
      parameters.add(words.text());
      for (int i = 0; i < KEYS_IN_MATCH; i++) {
        parameters.add(words.key());
      }
      parameters.add(words.expression());
    }
    FilteredProductQueries filtered = FilteredProductQueries.of(filter, words, null);
    sql.append(ProductRow.FROM).append(filtered.sql()).append(") found");
    parameters.addAll(filtered.parameters());
    if (filter.cursor() != null) {
      sql.append(" where ").append(filter.sort().after());
      parameters.addAll(cursor.keys(filter.cursor()));
    }
    sql.append(" order by ").append(filter.sort().order()).append(" limit ?");
    parameters.add(filter.limit().withLookahead());
    return sql.toString();
  }
}
