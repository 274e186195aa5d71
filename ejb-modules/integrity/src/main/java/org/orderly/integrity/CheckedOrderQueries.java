package org.orderly.integrity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.ordering.OrderStatus;
import org.orderly.platform.integrity.KeyRange;

/** Reads orders' own figures, for comparison with the other databases. */
final class CheckedOrderQueries {

  private static final String BETWEEN =
      "select id, status, currency, total from orders where id > ? and id <= ?";

  private CheckedOrderQueries() {}

  static Map<UUID, CheckedOrder> in(Connection connection, KeyRange range) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, range.above());
      query.setObject(2, range.upTo());
      Map<UUID, CheckedOrder> orders = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Currency currency = Currency.getInstance(row.getString("currency"));
          CheckedOrder order =
              new CheckedOrder(
                  OrderStatus.valueOf(row.getString("status")),
                  new Money(row.getLong("total"), currency));
          orders.put(row.getObject("id", UUID.class), order);
        }
      }
      return orders;
    }
  }
}
