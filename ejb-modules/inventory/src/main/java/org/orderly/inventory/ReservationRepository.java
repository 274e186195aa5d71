package org.orderly.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.SqlBatch;

/** Locks and writes reservations, with their stock movements, in batches of the caller. */
final class ReservationRepository {

  private static final String LOCK_SET =
      "select status from reservation_set where order_id = ? for update";

  private static final String LOCK_ITEMS =
      LockedStockRepository.ITEMS
          + """
      where (product_id, location_id) in (
        select other, ? from unnest(?) other
        union select product_id, location_id from reservation where order_id = ?)
      order by product_id, location_id for update""";

  private static final String PROMISES =
      """
      select product_id, location_id, quantity, fulfilled, released from reservation
      where order_id = ?""";

  private static final String RELEASE_LINES =
      "update reservation set released = quantity - fulfilled"
          + " where order_id = ? and quantity > fulfilled + released";

  /** More is reserved anew; less is released. */
  private static final String CHANGE_LINES =
      """
      insert into reservation as r (order_id, product_id, location_id, quantity, recorded)
      select ?, product_id, location_id, change, true
      from unnest(?, ?, ?) as line (product_id, location_id, change) where change > 0
      on conflict (order_id, product_id, location_id)
      do update set quantity = r.quantity + excluded.quantity""";

  private static final String GIVE_UP =
      """
      update reservation r set released = r.released - line.change
      from unnest(?, ?, ?) as line (product_id, location_id, change)
      where r.order_id = ? and r.product_id = line.product_id
        and r.location_id = line.location_id and line.change < 0""";

  private static final String TAKE_OUT =
      """
      update stock_item item
      set on_hand = item.on_hand - line.quantity, reserved = item.reserved - line.quantity,
          version = version + 1
      from unnest(?, ?, ?) as line (product_id, location_id, quantity)
      where item.product_id = line.product_id and item.location_id = line.location_id""";

  private static final String FULFIL =
      """
      update reservation r set fulfilled = r.fulfilled + line.quantity
      from unnest(?, ?, ?) as line (product_id, location_id, quantity)
      where r.order_id = ? and r.product_id = line.product_id
        and r.location_id = line.location_id""";

  private static final String MARK_RECORDED =
      "update reservation set recorded = true where order_id = ? and not recorded";

  /** As its lines say. */
  private static final String CLOSE_SET =
      """
      update reservation_set s set status = case
        when sums.live > 0 then 'LIVE' when sums.fulfilled > 0 then 'FULFILLED' else 'RELEASED' end
      from (select sum(quantity - fulfilled - released) as live, sum(fulfilled) as fulfilled
            from reservation where order_id = ?) sums
      where s.order_id = ?""";

  private ReservationRepository() {}

  /**
   * Adds the locks of an order's reservations to a batch.
   *
   * @param others products that the order may have no reservation of
   */
  static Reservations lock(SqlBatch opening, OrderId order, List<ProductQuantity> others) {
    UUID id = order.value();
    return new Reservations(
        order,
        opening.first(row -> row.getString(1), LOCK_SET, id),
        opening.list(
            LockedStockRepository::read,
            LOCK_ITEMS,
            StockLocationId.MAIN.value(),
            LockedStockRepository.products(others),
            id),
        opening.list(ReservationRepository::read, PROMISES, id));
  }

  private static Reservations.Line read(ResultSet row) throws SQLException {
    return new Reservations.Line(
        new ProductId(row.getObject(1, UUID.class)),
        new StockLocationId(row.getInt(2)),
        quantity(row, 3),
        quantity(row, 4),
        quantity(row, 5));
  }

  private static Quantity quantity(ResultSet rows, int column) throws SQLException {
    BigDecimal value = rows.getBigDecimal(column);
    return new Quantity(value);
  }

  /** Releases all that is live of the order's reservations, which was released in memory. */
  static void release(SqlBatch writes, Reservations reservations, Instant now) {
    List<ReservationDelta.Change> changes = reservations.releases();
    record(writes, reservations.order());
    append(writes, reservations.order(), changes, "released", now);
    changeReserved(writes, reservations, changes);
    writes.change(RELEASE_LINES, reservations.order().value());
    close(writes, reservations.order());
  }

  /** Writes changes that were made in memory. */
  static void change(
      SqlBatch writes,
      Reservations reservations,
      List<ReservationDelta.Change> changes,
      Instant now) {
    OrderId order = reservations.order();
    Object products = ReservationDelta.Change.products(changes);
    Object locations = ReservationDelta.Change.locations(changes);
    Object by = ReservationDelta.Change.amounts(changes);
    record(writes, order);
    append(writes, order, changes, "order changed", now);
    changeReserved(writes, reservations, changes);
    writes.change(CHANGE_LINES, order.value(), products, locations, by);
    writes.change(GIVE_UP, products, locations, by, order.value());
    close(writes, order);
  }

  private static void append(
      SqlBatch writes,
      OrderId order,
      List<ReservationDelta.Change> changes,
      String reason,
      Instant now) {
    MovementRepository.append(
        writes, changes.stream().map(change -> change.movement(order, reason)).toList(), now);
  }

  private static void changeReserved(
      SqlBatch writes, Reservations reservations, List<ReservationDelta.Change> changes) {
    writes.change(
        LockedStockRepository.CHANGE_RESERVED,
        ReservationDelta.Change.products(changes),
        ReservationDelta.Change.locations(changes),
        ReservationDelta.Change.amounts(changes),
        SqlBatch.column(
            "text",
            changes.stream()
                .map(change -> reservations.reserved(change.productId()).alert().name())
                .toList()));
  }

  static void ship(
      SqlBatch writes, OrderId order, UUID shipment, List<StockLine> lines, Instant now) {
    Object products = StockLine.products(lines);
    Object locations = StockLine.locations(lines);
    Object quantities = StockLine.quantities(lines);
    record(writes, order);
    writes.change(TAKE_OUT, products, locations, quantities);
    writes.change(FULFIL, products, locations, quantities, order.value());
    MovementRepository.append(
        writes, lines.stream().map(line -> line.sale(shipment)).toList(), now);
    close(writes, order);
  }

  /** What came back and cannot be sold again has come and gone: two movements, nothing on hand. */
  static void writeOff(SqlBatch writes, UUID returned, List<StockLine> lines, Instant now) {
    MovementRepository.append(
        writes,
        lines.stream()
            .flatMap(line -> Stream.of(line.putBack(returned), line.writeOff(returned)))
            .toList(),
        now);
  }

  /** From now on each change of the order's reservations is a movement. */
  private static void record(SqlBatch writes, OrderId order) {
    MovementRepository.recordReservations(writes, order);
    writes.change(MARK_RECORDED, order.value());
  }

  private static void close(SqlBatch writes, OrderId order) {
    writes.change(CLOSE_SET, order.value(), order.value());
  }
}
