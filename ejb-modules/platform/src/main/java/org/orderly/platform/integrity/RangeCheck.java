package org.orderly.platform.integrity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An invariant that one database can check by itself for a range of keys, in one statement and so
 * in one snapshot.
 *
 * @param id the invariant's number in the design
 * @param violations a query for whatever breaks it, with two columns, the key and what is wrong; it
 *     names the range's ends {@code :above} and {@code :upto}
 */
public record RangeCheck(String id, String violations) {

  private static final Pattern END = Pattern.compile("(?<!:):(above|upto)\\b");

  public List<Finding> in(Connection connection, KeyRange range) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(END.matcher(violations).replaceAll("?"))) {
      Matcher ends = END.matcher(violations);
      for (int i = 1; ends.find(); i++) {
        query.setObject(i, ends.group(1).equals("above") ? range.above() : range.upTo());
      }
      List<Finding> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Finding(id, row.getString(1), row.getString(2)));
        }
      }
      return found;
    }
  }
}
