package org.orderly.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Locks stock rows and reserves from them, in two network round trips: every other buyer of the
 * same product waits until the second one returns.
 */
final class LockedStockRepository {

  /** Always in the order of the keys, so that two checkouts cannot deadlock. */
  private static final String LOCK =
      """
      select product_id, location_id, scale, on_hand, reserved, low_stock_threshold from stock_item
      where product_id = any (?) and location_id = ?
      order by product_id, location_id for update""";

  private static final String RESERVE =
      """
      update stock_item item set reserved = item.reserved + line.quantity, version = version + 1
      from unnest(?, ?, ?) as line (product_id, location_id, quantity)
      where item.product_id = line.product_id and item.location_id = line.location_id""";

  private static final String INSERT_SET =
      "insert into reservation_set (order_id, status, reserved_at) values (?, 'LIVE', ?)";

  private static final String INSERT_LINES =
      """
      insert into reservation (order_id, product_id, location_id, quantity)
      select ?, product_id, location_id, quantity
      from unnest(?, ?, ?) as line (product_id, location_id, quantity)""";

  private final DomainDatabase database;

  LockedStockRepository(DomainDatabase database) {
    this.database = database;
  }

  List<StockItem> of(StockLocationId location, List<ReservationLine> lines) {
    return database.list(LockedStockRepository::read, LOCK, products(lines), location.value());
  }

  /** Reserves the lines; their rows are locked and have enough. */
  void reserve(SqlBatch writes, OrderId order, List<StockLine> lines, Instant now) {
    Object products = StockLine.products(lines);
    Object locations = StockLine.locations(lines);
    Object quantities = StockLine.quantities(lines);
    writes.change(RESERVE, products, locations, quantities);
    writes.change(INSERT_SET, order.value(), now.atOffset(ZoneOffset.UTC));
    writes.change(INSERT_LINES, order.value(), products, locations, quantities);
  }

  void run(SqlBatch batch) {
    database.run(batch);
  }

  static Object products(List<ReservationLine> lines) {
    return SqlBatch.column("uuid", lines.stream().map(line -> line.productId().value()).toList());
  }

  static StockItem read(ResultSet row) throws SQLException {
    BigDecimal threshold = row.getBigDecimal("low_stock_threshold");
    return StockItem.stored(
        new ProductId(row.getObject("product_id", UUID.class)),
        new StockLocationId(row.getInt("location_id")),
        row.getInt("scale"),
        new Quantity(row.getBigDecimal("on_hand")),
        new Quantity(row.getBigDecimal("reserved")),
        threshold == null ? null : new Quantity(threshold));
  }
}
