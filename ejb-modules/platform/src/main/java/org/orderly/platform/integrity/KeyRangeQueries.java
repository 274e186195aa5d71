package org.orderly.platform.integrity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a table into ranges of its key, so that together they cover every key there can be, in
 * whatever table: what is left out here may be a violation elsewhere.
 *
 * @param rows the table to count keys in, and a condition if there is one: {@code "a where b"}
 */
public record KeyRangeQueries(Kind kind, String key, String rows, boolean newestFirst) {

  /** What keys are. */
  public enum Kind {
    UUID(new UUID(0, 0), new UUID(-1, -1)),
    NUMBER(Long.MIN_VALUE, Long.MAX_VALUE);

    private final Object first;
    private final Object last;

    Kind(Object first, Object last) {
      this.first = first;
      this.last = last;
    }

    Object parse(String text) {
      return this == UUID ? java.util.UUID.fromString(text) : (Object) Long.valueOf(text);
    }
  }

  /**
   * A range, and where the next one begins.
   *
   * @param end {@code null} if this is the last one
   */
  public record Step(KeyRange range, @Nullable String end) {}

  /** The range of so many keys after a position, which is {@code null} at the beginning. */
  public Step after(Connection connection, @Nullable String position, int size)
      throws SQLException {
    Object start = position == null ? null : kind.parse(position);
    if (newestFirst) {
      Object from = start == null ? kind.last : start;
      Object bound = bound(connection, from, size);
      Object above = bound == null ? kind.first : bound;
      return new Step(new KeyRange(above, from), bound == null ? null : bound.toString());
    }
    Object from = start == null ? kind.first : start;
    Object bound = bound(connection, from, size - 1);
    Object upTo = bound == null ? kind.last : bound;
    return new Step(new KeyRange(from, upTo), bound == null ? null : bound.toString());
  }

  /** The range that holds just one key. */
  public KeyRange only(String subject) {
    Object value = kind.parse(subject);
    return value instanceof UUID id ? KeyRange.only(id) : KeyRange.only((Long) value);
  }

  private @Nullable Object bound(Connection connection, Object from, int skipped)
      throws SQLException {
    String sql =
        "select %s from (select %s from %s) keys where %s %s ? order by %s %s offset ? limit 1"
            .formatted(
                key, key, rows, key, newestFirst ? "<=" : ">", key, newestFirst ? "desc" : "asc");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, from);
      query.setInt(2, skipped);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getObject(1) : null;
      }
    }
  }
}
