package org.orderly.inventory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Stock rows that a checkout holds: by SQL, in two journeys, since everybody who buys the same
 * product waits until the second one is back.
 */
final class LockedStockRepository {

  /** In the order of the ids, everywhere, so that no two checkouts wait for each other. */
  private static final String LOCK =
      "select product_id, scale, on_hand, reserved, low_stock_threshold from stock_item"
          + " where product_id = any (?) order by product_id for update";

  private static final String RESERVE =
      """
      update stock_item item set reserved = item.reserved + line.quantity, version = version + 1
      from unnest(?, ?) as line (product_id, quantity)
      where item.product_id = line.product_id""";

  private static final String INSERT_SET =
      "insert into reservation_set (order_id, status, reserved_at) values (?, 'LIVE', ?)";

  private static final String INSERT_LINES =
      """
      insert into reservation (order_id, product_id, quantity)
      select ?, product_id, quantity from unnest(?, ?) as line (product_id, quantity)""";

  private final DataSource database;

  LockedStockRepository(DataSource database) {
    this.database = database;
  }

  List<StockItem> of(List<ReservationLine> lines) {
    List<StockItem> items = new ArrayList<>(lines.size());
    run(new SqlBatch().query(rows -> read(rows, items::add), LOCK, products(lines)));
    return items;
  }

  /** Promises the lines of locked items that have enough. */
  void reserve(SqlBatch writes, OrderId order, List<ReservationLine> lines, Instant now) {
    Object quantities = quantities(lines);
    writes.change(RESERVE, products(lines), quantities);
    writes.change(INSERT_SET, order.value(), now.atOffset(ZoneOffset.UTC));
    writes.change(INSERT_LINES, order.value(), products(lines), quantities);
  }

  void run(SqlBatch trip) {
    try (Connection connection = database.getConnection()) {
      trip.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(InventoryDatabase.NAME, e);
    }
  }

  static Object products(List<ReservationLine> lines) {
    return SqlBatch.column("uuid", lines.stream().map(line -> line.productId().value()).toList());
  }

  static Object quantities(List<ReservationLine> lines) {
    return SqlBatch.column("numeric", lines.stream().map(line -> line.quantity().value()).toList());
  }

  static void read(ResultSet rows, Consumer<StockItem> items) throws SQLException {
    while (rows.next()) {
      var threshold = rows.getBigDecimal(5);
      items.accept(
          StockItem.stored(
              new ProductId(rows.getObject(1, UUID.class)),
              rows.getInt(2),
              new Quantity(rows.getBigDecimal(3)),
              new Quantity(rows.getBigDecimal(4)),
              threshold == null ? null : new Quantity(threshold)));
    }
  }
}
