package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.KeyRange;

/** Which orders hold reservations, for comparison with the orders themselves. */
@ApplicationScoped
public class ReservedOrders {

  private static final String BETWEEN =
      """
      select s.order_id, lines.fulfilled
      from reservation_set s
      cross join lateral (
        select sum(fulfilled) as fulfilled, max(quantity - fulfilled - released) as live
        from reservation r where r.order_id = s.order_id) lines
      where s.order_id > ? and s.order_id <= ? and (s.status = 'LIVE') = (lines.live > 0)""";

  private final InventoryDatabase database;

  @Inject
  ReservedOrders(InventoryDatabase database) {
    this.database = database;
  }

  /**
   * Orders with a reservation set that is not empty and says rightly whether anything of it is
   * live, in a range of ids, and how much has left the house for each; committed data only.
   */
  public Map<UUID, BigDecimal> in(KeyRange orders) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, orders.above());
      query.setObject(2, orders.upTo());
      Map<UUID, BigDecimal> reserved = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reserved.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
        }
      }
      return reserved;
    }
  }
}
