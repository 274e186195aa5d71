package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.orderly.kernel.KeyRange;

/** Which orders hold reservations, for comparison with the orders themselves. */
@ApplicationScoped
public class ReservedOrders {

  private static final String BETWEEN =
      "select order_id from reservation_set s where order_id > ? and order_id <= ?"
          + " and (status = 'LIVE') = (select max(quantity - fulfilled - released) > 0"
          + " from reservation r where r.order_id = s.order_id)";

  private final InventoryDatabase database;

  @Inject
  ReservedOrders(InventoryDatabase database) {
    this.database = database;
  }

  /**
   * Orders with a reservation set that is not empty and says rightly whether anything of it is
   * live, in a range of ids; committed data only.
   */
  public Set<UUID> in(KeyRange orders) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, orders.above());
      query.setObject(2, orders.upTo());
      Set<UUID> reserved = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reserved.add(row.getObject(1, UUID.class));
        }
      }
      return reserved;
    }
  }
}
