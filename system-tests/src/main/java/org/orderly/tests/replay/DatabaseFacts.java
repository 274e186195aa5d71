package org.orderly.tests.replay;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.load.Databases;

/**
 * What one database says.
 *
 * @param domain whose it is
 */
record DatabaseFacts(Databases databases, String domain) {

  /** How many, and their sum. */
  record Totals(long count, BigDecimal sum) {

    @Override
    public String toString() {
      return count + " and " + sum.stripTrailingZeros().toPlainString();
    }

    boolean is(Totals other) {
      return count == other.count && sum.compareTo(other.sum) == 0;
    }
  }

  /** The one row of a query over some ids. */
  Totals totals(String sql, Collection<UUID> ids) throws SQLException {
    try (Connection connection = databases.connect(domain);
        PreparedStatement query = prepared(connection, sql, ids);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Totals(row.getLong(1), row.getBigDecimal(2));
    }
  }

  /** The rows of a query over some ids: of what, and how much. */
  Map<String, BigDecimal> sums(String sql, Collection<UUID> ids) throws SQLException {
    Map<String, BigDecimal> sums = new HashMap<>();
    try (Connection connection = databases.connect(domain);
        PreparedStatement query = prepared(connection, sql, ids);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        sums.put(row.getString(1), row.getBigDecimal(2));
      }
    }
    return sums;
  }

  private static PreparedStatement prepared(Connection connection, String sql, Collection<UUID> ids)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
    return query;
  }
}
