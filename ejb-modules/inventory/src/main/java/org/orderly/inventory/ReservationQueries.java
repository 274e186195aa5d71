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
import org.orderly.platform.integrity.KeyRange;

/** Which orders hold reservations, for comparison with the orders themselves. */
@ApplicationScoped
public class ReservationQueries {

  private static final String BETWEEN =
      """
      select s.order_id, s.status, lines.fulfilled
      from reservation_set s
      cross join lateral (
        select sum(fulfilled) as fulfilled, max(quantity - fulfilled - released) as live
        from reservation r where r.order_id = s.order_id) lines
      where s.order_id > ? and s.order_id <= ? and (s.status = 'LIVE') = (lines.live > 0)""";

  private final InventoryDatabase database;

  @Inject
  ReservationQueries(InventoryDatabase database) {
    this.database = database;
  }

  /**
   * What the stock knows of an order.
   *
   * @param live whether anything is still kept for it
   * @param left how much has left the house for it
   */
  public record Reserved(boolean live, BigDecimal left) {}

  /**
   * By order, in a range of ids; committed data only. A reservation set that is empty, or says
   * wrongly whether anything of it is live, is left out.
   */
  public Map<UUID, Reserved> in(KeyRange orders) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, orders.above());
      query.setObject(2, orders.upTo());
      Map<UUID, Reserved> reserved = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          boolean live = row.getString("status").equals("LIVE");
          reserved.put(
              row.getObject("order_id", UUID.class),
              new Reserved(live, row.getBigDecimal("fulfilled")));
        }
      }
      return reserved;
    }
  }
}
