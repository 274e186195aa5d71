package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/** Finds the orders whose time is over. */
@ApplicationScoped
class ExpiredOrderQueries {

  static final int AT_ONCE = 50;

  private static final String DUE =
      """
      select id from orders where expires_at <= now() and status = 'PLACED'
      order by expires_at limit ?""";

  private final OrderingDatabase database;

  @Inject
  ExpiredOrderQueries(OrderingDatabase database) {
    this.database = database;
  }

  /** Those that have waited longest, in no transaction. */
  List<OrderId> next() {
    List<OrderId> due = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      new SqlBatch().query(rows -> readAll(rows, due), DUE, AT_ONCE).run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(OrderingDatabase.NAME, e);
    }
    return due;
  }

  private static void readAll(ResultSet row, List<OrderId> into) throws SQLException {
    while (row.next()) {
      into.add(new OrderId(row.getObject(1, UUID.class)));
    }
  }
}
