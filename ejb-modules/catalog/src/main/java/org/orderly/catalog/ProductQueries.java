package org.orderly.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CategoryQueries;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Page;

/**
 * One page of products: the best match first, then the most popular, then the newest.
 *
 * <p>A page begins after the sort keys of the last product of the page before (keyset), so that a
 * late page costs as much as the first and none repeats while products come and go.
 */
final class ProductQueries {

  /** Matches are ranked in whole millionths: a cursor holds them exactly. */
  private static final String SCORE =
      "(ts_rank(p.search, to_tsquery('orderly', ?), 1) * 1000000)::int";

  private final ProductFilter query;
  private final @Nullable String words;
  private final List<Object> parameters = new ArrayList<>();

  ProductQueries(ProductFilter query) {
    this.query = query;
    this.words = query.q() == null ? null : SearchWords.query(query.q());
  }

  Page<ProductView> read(Connection connection) throws SQLException {
    if (words != null && words.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    try (PreparedStatement select = connection.prepareStatement(sql())) {
      for (int i = 0; i < parameters.size(); i++) {
        select.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = select.executeQuery()) {
        return page(rows);
      }
    }
  }

  String sql() {
    parameters.clear();
    boolean ranked = words != null;
    StringBuilder sql = new StringBuilder("select * from (select ").append(ProductRow.COLUMNS);
    sql.append(", p.popularity, ").append(ranked ? SCORE : "0").append(" as score");
    sql.append(ProductRow.FROM).append(" where p.withdrawn_at is null");
    if (ranked) {
      sql.append(" and p.search @@ to_tsquery('orderly', ?)");
      parameters.add(words);
      parameters.add(words);
    }
    if (query.category() != null) {
      sql.append(" and p.category_id = any (array(").append(CategoryQueries.BELOW).append("))");
      parameters.addAll(CategoryQueries.belowOf(query.category()));
    }
    sql.append(") found");
    String keys = ranked ? "score, popularity, id" : "popularity, id";
    if (query.cursor() != null) {
      List<Object> position = position(query.cursor());
      sql.append(" where (").append(keys).append(ranked ? ") < (?, ?, ?)" : ") < (?, ?)");
      parameters.addAll(ranked ? position : position.subList(1, 3));
    }
    sql.append(" order by ").append(keys.replace(",", " desc,")).append(" desc limit ?");
    parameters.add(query.limit().withLookahead());
    return sql.toString();
  }

  private Page<ProductView> page(ResultSet rows) throws SQLException {
    List<ProductView> items = new ArrayList<>();
    String last = null;
    while (rows.next()) {
      if (items.size() == query.limit().value()) {
        return new Page<>(items, last);
      }
      items.add(ProductRow.view(rows));
      last =
          Cursor.encode(
              rows.getString("score"), rows.getString("popularity"), rows.getString("id"));
    }
    return new Page<>(items, null);
  }

  private static List<Object> position(String cursor) {
    List<String> keys = Cursor.decode(cursor, 3);
    try {
      return List.of(
          Integer.valueOf(keys.get(0)), Integer.valueOf(keys.get(1)), UUID.fromString(keys.get(2)));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }
}
