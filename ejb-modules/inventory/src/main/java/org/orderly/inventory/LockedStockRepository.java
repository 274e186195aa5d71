package org.orderly.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.inventory.alert.AlertState;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Locks stock rows and reserves or moves what is in them, in two network round trips: every other
 * buyer of the same product waits until the second one returns.
 */
final class LockedStockRepository {

  /** The columns that {@link #read} reads. */
  static final String ITEMS =
      """
      select product_id, location_id, scale, on_hand, reserved, low_stock_threshold, alert
      from stock_item
      """;

  /** Always in the order of the keys, so that two checkouts cannot deadlock. */
  private static final String LOCK =
      ITEMS
          + """
      where product_id = any (?) and location_id = ?
      order by product_id, location_id for update""";

  /** In the order of the keys, as they are locked. */
  private static final String OPEN =
      """
      insert into stock_item (product_id, location_id, scale, on_hand)
      select product_id, ?, scale, 0 from stock_item
      where product_id = any (?) and location_id = ?
      order by product_id
      on conflict do nothing""";

  /** More (positive) or less (negative). */
  static final String CHANGE_RESERVED =
      """
      update stock_item item
      set reserved = item.reserved + line.change, alert = line.alert, version = version + 1
      from unnest(?, ?, ?, ?) as line (product_id, location_id, change, alert)
      where item.product_id = line.product_id and item.location_id = line.location_id""";

  private static final String MOVE =
      """
      update stock_item item
      set on_hand = item.on_hand + line.change, alert = line.alert, version = version + 1
      from unnest(?, ?, ?) as line (product_id, change, alert)
      where item.product_id = line.product_id and item.location_id = ?""";

  private static final BulkInsert<ReservedOrder> INSERT_SETS =
      BulkInsert.<ReservedOrder>into("reservation_set")
          .column("order_id", "uuid", set -> set.order().value())
          .column("status", "text", set -> "LIVE")
          .column("reserved_at", "timestamptz", set -> set.at().atOffset(ZoneOffset.UTC));

  private static final BulkInsert<LockedStock.Reserved> INSERT_LINES =
      BulkInsert.<LockedStock.Reserved>into("reservation")
          .column("order_id", "uuid", reserved -> reserved.order().value())
          .column("product_id", "uuid", reserved -> reserved.line().productId().value())
          .column("location_id", "int4", reserved -> reserved.line().location().value())
          .column("quantity", "numeric", reserved -> reserved.line().quantity().value());

  private record ReservedOrder(OrderId order, Instant at) {}

  private final DomainDatabase database;

  LockedStockRepository(DomainDatabase database) {
    this.database = database;
  }

  List<StockItem> of(StockLocationId location, Collection<ProductId> products) {
    List<UUID> ids = products.stream().map(ProductId::value).distinct().toList();
    return database.list(
        LockedStockRepository::read, LOCK, SqlBatch.column("uuid", ids), location.value());
  }

  void open(StockLocationId location, Collection<ProductId> products) {
    if (!location.equals(StockLocationId.MAIN)) {
      List<UUID> ids = products.stream().map(ProductId::value).toList();
      database.change(
          OPEN, location.value(), SqlBatch.column("uuid", ids), StockLocationId.MAIN.value());
    }
  }

  /** Writes what was reserved of locked rows; a product of several orders is changed once. */
  static void reserve(SqlBatch writes, LockedStock stock) {
    List<StockLine> sums = stock.sums();
    writes.change(
        rows -> requireAll(rows, sums.size()),
        CHANGE_RESERVED,
        StockLine.products(sums),
        StockLine.locations(sums),
        StockLine.quantities(sums),
        SqlBatch.column("text", stock.alerts(sums)));
    INSERT_SETS.add(
        writes,
        stock.reserved().stream()
            .map(LockedStock.Reserved::order)
            .distinct()
            .map(order -> new ReservedOrder(order, stock.now()))
            .toList());
    INSERT_LINES.add(writes, stock.reserved());
  }

  /** Writes what was moved of locked rows; no movements need no statement. */
  static void move(SqlBatch writes, MovableStock moved) {
    Map<ProductId, BigDecimal> changes = moved.changes();
    if (!changes.isEmpty()) {
      writes.change(
          rows -> requireAll(rows, changes.size()),
          MOVE,
          SqlBatch.column("uuid", changes.keySet().stream().map(ProductId::value).toList()),
          SqlBatch.column("numeric", List.copyOf(changes.values())),
          SqlBatch.column("text", moved.alerts()),
          moved.location().value());
    }
  }

  private static void requireAll(int changed, int products) {
    if (changed != products) {
      throw new IllegalStateException(changed + " of " + products + " stock rows changed");
    }
  }

  void run(SqlBatch batch) {
    database.run(batch);
  }

  static Object products(List<ProductQuantity> lines) {
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
        threshold == null ? null : new Quantity(threshold),
        AlertState.valueOf(row.getString("alert")));
  }
}
