package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What movements say came back, for comparison with the returns themselves. */
@ApplicationScoped
public class ReturnedStockQueries {

  private static final String CAME_BACK =
      "select reference, sum(quantity) from stock_movement"
          + " where reference = any (?) and reason = 'returned' group by reference";

  private final InventoryDatabase database;

  @Inject
  ReturnedStockQueries(InventoryDatabase database) {
    this.database = database;
  }

  /**
   * How much came with each return; those with which nothing did are absent. Committed data only.
   */
  public Map<UUID, BigDecimal> of(Collection<UUID> returns) throws SQLException {
    Map<UUID, BigDecimal> back = new HashMap<>();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(CAME_BACK)) {
      query.setArray(1, connection.createArrayOf("uuid", returns.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          back.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
        }
      }
    }
    return back;
  }
}
