package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;

/** The orders and their totals, in ranges, for comparison with the other databases. */
@ApplicationScoped
class OrderTotals {

  private static final String BETWEEN =
      "select id, currency, total from orders where id > ? and id <= ? order by id limit ?";

  private final OrderingDatabase database;

  @Inject
  OrderTotals(OrderingDatabase database) {
    this.database = database;
  }

  /** At most so many orders of a range of ids, in the order of their ids. */
  Map<UUID, Money> between(UUID after, UUID upTo, int limit) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(BETWEEN)) {
      query.setObject(1, after);
      query.setObject(2, upTo);
      query.setInt(3, limit);
      Map<UUID, Money> totals = new LinkedHashMap<>();
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
