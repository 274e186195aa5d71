package org.orderly.catalog.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.platform.crypto.Sha256;

/** Positions in one list of products: a cursor of another filter or sort is refused. */
final class ListCursor {

  private static final int MARK_BYTES = 6;

  private final ProductSort sort;
  private final String mark;

  /**
   * @param words those that are really looked for; {@code null} if there are none
   */
  ListCursor(ProductFilter filter, @Nullable TextQuery words) {
    this.sort = filter.sort();
    this.mark =
        mark(
            sort.code(),
            words == null ? "" : words.expression(),
            String.valueOf(filter.category()),
            String.valueOf(filter.price()),
            String.join("\u001e", filter.brands()));
  }

  private static String mark(String... parts) {
    return HexFormat.of().formatHex(Sha256.of(String.join("\u001f", parts)), 0, MARK_BYTES);
  }

  String at(ResultSet row) throws SQLException {
    List<String> parts = new ArrayList<>(List.of(mark));
    for (ProductSort.Key key : sort.keys()) {
      parts.add(row.getString(key.column()));
    }
    return Cursor.encode(parts.toArray(String[]::new));
  }

  /**
   * Whether the cursor is one of this list.
   *
   * @throws InvalidValue if it is one of no list with this sort
   */
  boolean accepts(String cursor) {
    return isOfThisList(parts(cursor));
  }

  private List<String> parts(String cursor) {
    return Cursor.decode(cursor, sort.keys().size() + 1);
  }

  private boolean isOfThisList(List<String> parts) {
    return parts.get(0).equals(mark);
  }

  /**
   * The sort keys of the row to go on after.
   *
   * @throws InvalidValue if the cursor is not one of this list
   */
  List<String> keys(String cursor) {
    List<String> parts = parts(cursor);
    if (!isOfThisList(parts)) {
      throw new InvalidValue("cursor", "belongs to a list with other words, filters or sort");
    }
    List<String> keys = parts.subList(1, parts.size());
    try {
      for (int i = 0; i < keys.size(); i++) {
        sort.keys().get(i).check(keys.get(i));
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
    return keys;
  }
}
