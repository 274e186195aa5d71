package org.orderly.ordering.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.KeyRange;
import org.orderly.kernel.Money;

/** The orders and their totals, in ranges, for comparison with the other databases. */
final class OrderTotals {

  private static final String BETWEEN =
      "select id, currency, total from orders where id > ? and id <= ?";

  private OrderTotals() {}

  static Map<UUID, Money> in(Connection connection, KeyRange range) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, range.above());
      query.setObject(2, range.upTo());
      Map<UUID, Money> totals = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Currency currency = Currency.getInstance(row.getString(2));
          totals.put(row.getObject(1, UUID.class), new Money(row.getLong(3), currency));
        }
      }
      return totals;
    }
  }
}
