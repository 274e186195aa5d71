package org.orderly.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The reservations of one order, locked until the transaction ends. The row of the reservation set
 * is locked first, then the stock rows in the order of their keys, as at the checkout.
 */
final class Reservations {

  private static final String LOCK_SET =
      "select status from reservation_set where order_id = ? for update";

  private static final String LOCK_ITEMS =
      """
      select product_id, location_id, scale, on_hand, reserved, low_stock_threshold from stock_item
      where (product_id, location_id) in (
        select other, ? from unnest(?) other
        union select product_id, location_id from reservation where order_id = ?)
      order by product_id, location_id for update""";

  private static final String PROMISES =
      """
      select product_id, location_id, quantity, fulfilled, released from reservation
      where order_id = ?""";

  private final OrderId order;
  private final BatchResult<Optional<String>> status;
  private final BatchResult<List<StockItem>> stock;
  private final BatchResult<List<Reservation>> promises;

  private Reservations(SqlBatch opening, OrderId order, List<ReservationLine> others) {
    this.order = order;
    UUID id = order.value();
    this.status = opening.first(row -> row.getString(1), LOCK_SET, id);
    this.stock =
        opening.list(
            LockedStockRepository::read,
            LOCK_ITEMS,
            StockLocationId.MAIN.value(),
            LockedStockRepository.products(others),
            id);
    this.promises = opening.list(Reservations::read, PROMISES, id);
  }

  /**
   * Adds the locks to a batch; what they return is known once the batch has run.
   *
   * @param others products that the order may have no reservation of
   */
  static Reservations lock(SqlBatch opening, OrderId order, List<ReservationLine> others) {
    return new Reservations(opening, order, others);
  }

  /**
   * @throws NothingReserved if the order has no live reservation
   */
  void requireLive() {
    if (!status.get().equals(Optional.of("LIVE"))) {
      throw new NothingReserved(order);
    }
  }

  /** The stock that the order's reservation is from; {@code null} if no stock is kept of it. */
  StockItem item(ProductId product) {
    StockLocationId location = promise(product).location();
    return stock.get().stream()
        .filter(item -> item.productId().equals(product) && item.location().equals(location))
        .findFirst()
        .orElse(null);
  }

  Reservation promise(ProductId product) {
    return promises.get().stream()
        .filter(reservation -> reservation.productId().equals(product))
        .findFirst()
        .orElse(Reservation.none(product, StockLocationId.MAIN));
  }

  List<Reservation> promises() {
    return promises.get();
  }

  private static Reservation read(ResultSet row) throws SQLException {
    return new Reservation(
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
}
