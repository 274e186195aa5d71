package org.orderly.documents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.ShippingAddress;
import org.orderly.platform.persistence.SqlBatch;

/** What an invoice takes over from an order, which stays as it is until the transaction ends. */
final class BilledOrderQueries {

  private static final String ORDER =
      """
      select status, number, placed_at, payment_method, currency, total,
        ship_name, ship_street, ship_city, ship_state, ship_postal_code, ship_country
      from orders where id = ? for no key update""";

  /** A statement of its own: it must see what was committed before the lock was free. */
  private static final String LINES =
      """
      select sku, name, quantity, unit_price, line_total
      from order_line l join orders o on o.id = l.order_id and o.revision = l.revision
      where o.id = ? order by position""";

  private final List<InvoiceContent.Line> lines = new ArrayList<>();
  private OrderStatus status;
  private String number;
  private Instant placedAt;
  private String payment;
  private Currency currency;
  private Money total;
  private ShippingAddress recipient;

  private BilledOrderQueries() {}

  /**
   * @throws OrderNotFound if there is no such order
   */
  static BilledOrderQueries lock(Connection connection, OrderId id) throws SQLException {
    BilledOrderQueries order = new BilledOrderQueries();
    new SqlBatch()
        .query(order::readOrder, ORDER, id.value())
        .query(order::readLines, LINES, id.value())
        .run(connection);
    if (order.status == null) {
      throw new OrderNotFound(id);
    }
    return order;
  }

  OrderStatus status() {
    return status;
  }

  ShippingAddress recipient() {
    return recipient;
  }

  InvoiceContent content(List<String> seller) {
    return new InvoiceContent(seller, number, placedAt, payment, lines, total);
  }

  private void readOrder(ResultSet row) throws SQLException {
    if (!row.next()) {
      return;
    }
    status = OrderStatus.valueOf(row.getString("status"));
    number = row.getString("number");
    placedAt = row.getObject("placed_at", OffsetDateTime.class).toInstant();
    payment = row.getString("payment_method");
    currency = Currency.getInstance(row.getString("currency"));
    total = new Money(row.getLong("total"), currency);
    recipient =
        new ShippingAddress(
            row.getString("ship_name"),
            row.getString("ship_street"),
            row.getString("ship_city"),
            row.getString("ship_state"),
            row.getString("ship_postal_code"),
            row.getString("ship_country"));
  }

  private void readLines(ResultSet row) throws SQLException {
    while (row.next()) {
      lines.add(
          new InvoiceContent.Line(
              row.getString("sku"),
              row.getString("name"),
              new Quantity(row.getBigDecimal("quantity")),
              new Money(row.getLong("unit_price"), currency),
              new Money(row.getLong("line_total"), currency)));
    }
  }
}
