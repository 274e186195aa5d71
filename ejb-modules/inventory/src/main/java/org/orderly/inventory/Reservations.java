package org.orderly.inventory;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.SqlBatch;

/**
 * What one order was promised, locked until the transaction ends. The set's own row is locked
 * first, then the stock rows in the order of their ids, as at the checkout.
 */
final class Reservations {

  private static final String LOCK_SET =
      "select status from reservation_set where order_id = ? for update";

  private static final String LOCK_ITEMS =
      """
      select product_id, scale, on_hand, reserved, low_stock_threshold from stock_item
      where product_id in (
        select unnest(?) union select product_id from reservation where order_id = ?)
      order by product_id for update""";

  private static final String PROMISES =
      "select product_id, quantity, fulfilled, released from reservation where order_id = ?";

  private final OrderId order;
  private final Map<ProductId, StockItem> stock = new LinkedHashMap<>();
  private final Map<ProductId, Reservation> promises = new LinkedHashMap<>();
  private String status;

  private Reservations(OrderId order) {
    this.order = order;
  }

  /**
   * Adds the locks to a journey; what they hold is known once it is made.
   *
   * @param others products that the order may not have been promised
   */
  static Reservations lock(SqlBatch opening, OrderId order, List<ReservationLine> others) {
    Reservations held = new Reservations(order);
    UUID id = order.value();
    opening.query(held::readStatus, LOCK_SET, id);
    opening.query(held::readItems, LOCK_ITEMS, LockedStockRepository.products(others), id);
    opening.query(held::readPromises, PROMISES, id);
    return held;
  }

  /**
   * @throws NothingReserved if the order has no live reservation
   */
  void requireLive() {
    if (!"LIVE".equals(status)) {
      throw new NothingReserved(order);
    }
  }

  /** {@code null} if no stock is kept of it. */
  StockItem item(ProductId product) {
    return stock.get(product);
  }

  Reservation promise(ProductId product) {
    return promises.getOrDefault(product, Reservation.none(product));
  }

  List<Reservation> promises() {
    return List.copyOf(promises.values());
  }

  private void readStatus(ResultSet rows) throws SQLException {
    status = rows.next() ? rows.getString(1) : null;
  }

  private void readItems(ResultSet rows) throws SQLException {
    LockedStockRepository.read(rows, item -> stock.put(item.productId(), item));
  }

  private void readPromises(ResultSet rows) throws SQLException {
    while (rows.next()) {
      ProductId product = new ProductId(rows.getObject(1, UUID.class));
      promises.put(
          product,
          new Reservation(product, quantity(rows, 2), quantity(rows, 3), quantity(rows, 4)));
    }
  }

  private static Quantity quantity(ResultSet rows, int column) throws SQLException {
    BigDecimal value = rows.getBigDecimal(column);
    return new Quantity(value);
  }
}
