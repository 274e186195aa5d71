package org.orderly.integrity;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.platform.integrity.KeyRange;

/** How much of orders was shipped, in ranges, for comparison with what has left the stock. */
final class ShippedTotalQueries {

  private static final String BETWEEN =
      """
      select s.order_id, sum(items.quantity)
      from shipment s
      cross join lateral (
        select sum(quantity) as quantity from shipment_item where shipment_id = s.id) items
      where s.order_id > ? and s.order_id <= ? group by s.order_id""";

  private ShippedTotalQueries() {}

  static Map<UUID, BigDecimal> in(Connection connection, KeyRange range) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, range.above());
      query.setObject(2, range.upTo());
      Map<UUID, BigDecimal> totals = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          totals.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
        }
      }
      return totals;
    }
  }
}
