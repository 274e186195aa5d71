package org.orderly.documents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderStatus;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;

/** Locks an order until the transaction ends and reads what its invoice contains. */
final class BilledOrderQueries {

  private static final String ORDER =
      """
      select status, number, placed_at, payment_method, currency, total,
        ship_name, ship_street, ship_city, ship_state, ship_postal_code, ship_country
      from orders where id = ? for no key update""";

  /** A statement of its own: it must see what was committed before the lock was free. */
  private static final String LINES =
      """
      select l.position, sku, name, quantity, unit_price, line_total, currency
      from order_line l join orders o on o.id = l.order_id and o.revision = l.revision
      where o.id = ? order by position""";

  private static final String ADJUSTMENTS =
      """
      select kind, label, amount, source, currency
      from order_adjustment a join orders o on o.id = a.order_id and o.revision = a.revision
      where o.id = ? order by position""";

  private static final String LINE_ADJUSTMENTS =
      """
      select line, kind, label, amount, source, currency
      from order_line_adjustment a join orders o on o.id = a.order_id and o.revision = a.revision
      where o.id = ? order by line, position""";

  private final Head head;
  private final List<InvoiceContent.Line> lines;
  private final List<Adjustment> adjustments;

  private BilledOrderQueries(
      Head head, List<InvoiceContent.Line> lines, List<Adjustment> adjustments) {
    this.head = head;
    this.lines = lines;
    this.adjustments = adjustments;
  }

  private record LineAdjustment(int line, Adjustment adjustment) {}

  private record Line(
      int position, String sku, String name, Quantity quantity, Money unitPrice, Money total) {

    InvoiceContent.Line with(List<LineAdjustment> adjustments) {
      List<Adjustment> own =
          adjustments.stream()
              .filter(one -> one.line() == position)
              .map(LineAdjustment::adjustment)
              .toList();
      return new InvoiceContent.Line(sku, name, quantity, unitPrice, total, own);
    }
  }

  private record Head(
      OrderStatus status,
      String number,
      Instant placedAt,
      String payment,
      Money total,
      PostalAddress recipient) {}

  /**
   * @throws OrderNotFound if there is no such order
   */
  static BilledOrderQueries lock(Connection connection, OrderId id) throws SQLException {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<Head>> head = batch.first(BilledOrderQueries::head, ORDER, id.value());
    BatchResult<List<Line>> lines = batch.list(BilledOrderQueries::line, LINES, id.value());
    BatchResult<List<Adjustment>> adjustments =
        batch.list(BilledOrderQueries::adjustment, ADJUSTMENTS, id.value());
    BatchResult<List<LineAdjustment>> ofLines =
        batch.list(
            row -> new LineAdjustment(row.getInt("line"), adjustment(row)),
            LINE_ADJUSTMENTS,
            id.value());
    batch.run(connection);
    return new BilledOrderQueries(
        head.get().orElseThrow(() -> new OrderNotFound(id)),
        lines.get().stream().map(line -> line.with(ofLines.get())).toList(),
        adjustments.get());
  }

  OrderStatus status() {
    return head.status();
  }

  PostalAddress recipient() {
    return head.recipient();
  }

  InvoiceContent content(List<String> seller) {
    return new InvoiceContent(
        seller, head.number(), head.placedAt(), head.payment(), lines, adjustments, head.total());
  }

  private static Head head(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Head(
        OrderStatus.valueOf(row.getString("status")),
        row.getString("number"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getString("payment_method"),
        new Money(row.getLong("total"), currency),
        new PostalAddress(
            row.getString("ship_name"),
            row.getString("ship_street"),
            row.getString("ship_city"),
            row.getString("ship_state"),
            row.getString("ship_postal_code"),
            row.getString("ship_country")));
  }

  private static Adjustment adjustment(ResultSet row) throws SQLException {
    return new Adjustment(
        Adjustment.Kind.valueOf(row.getString("kind")),
        row.getString("label"),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getString("source"));
  }

  private static Line line(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Line(
        row.getInt("position"),
        row.getString("sku"),
        row.getString("name"),
        new Quantity(row.getBigDecimal("quantity")),
        new Money(row.getLong("unit_price"), currency),
        new Money(row.getLong("line_total"), currency));
  }
}
