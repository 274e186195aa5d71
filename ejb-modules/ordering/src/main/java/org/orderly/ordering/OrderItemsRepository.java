package org.orderly.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.SqlBatch;

/** Reads and inserts the lines and adjustments of orders, for {@link OrderRepository}. */
final class OrderItemsRepository {

  private static final BulkInsert<NewLine> INSERT_LINES =
      BulkInsert.<NewLine>into("order_line")
          .column("order_id", "uuid", row -> row.order().id().value())
          .column("revision", "int", row -> row.order().revision())
          .column("position", "int", NewLine::position)
          .column("product_id", "uuid", row -> row.line().productId().value())
          .column("sku", "text", row -> row.line().sku())
          .column("name", "text", row -> row.line().name())
          .column("quantity", "numeric", row -> row.line().quantity().value())
          .column("unit_price", "bigint", row -> row.line().unitPrice().minorUnits())
          .column("line_total", "bigint", row -> row.line().lineTotal().minorUnits())
          .column("adjusted", "bigint", row -> row.line().adjusted().minorUnits())
          .column("vendor", "uuid", row -> vendor(row.line()));

  private static final BulkInsert<NewAdjustment> INSERT_ADJUSTMENTS =
      adjustments(BulkInsert.into("order_adjustment"));

  private static final BulkInsert<NewAdjustment> INSERT_LINE_ADJUSTMENTS =
      adjustments(
          BulkInsert.<NewAdjustment>into("order_line_adjustment")
              .column("line", "int", NewAdjustment::line));

  private static final String LINES =
      """
      select l.order_id, o.currency, l.product_id, l.sku, l.name, l.quantity, l.unit_price,
             l.line_total, l.adjusted, l.vendor
      from orders o join order_line l on l.order_id = o.id and l.revision = o.revision
      where o.id = any (?) order by l.order_id, l.position""";

  private static final String ADJUSTMENTS =
      """
      select a.order_id, o.currency, a.kind, a.label, a.amount, a.source
      from orders o join order_adjustment a on a.order_id = o.id and a.revision = o.revision
      where o.id = any (?) order by a.order_id, a.position""";

  private static final String LINE_ADJUSTMENTS =
      """
      select a.order_id, o.currency, a.line, a.kind, a.label, a.amount, a.source
      from orders o join order_line_adjustment a on a.order_id = o.id and a.revision = o.revision
      where o.id = any (?) order by a.order_id, a.line, a.position""";

  private record NewLine(Order order, int position, OrderLine line) {}

  /** An adjustment of a line, or of the whole order, where the line has no meaning. */
  private record NewAdjustment(Order order, int line, int position, Adjustment adjustment) {}

  private record StoredAdjustment(UUID order, int line, Adjustment adjustment) {}

  private OrderItemsRepository() {}

  private static BulkInsert<NewAdjustment> adjustments(BulkInsert<NewAdjustment> insert) {
    return insert
        .column("order_id", "uuid", row -> row.order().id().value())
        .column("revision", "int", row -> row.order().revision())
        .column("position", "int", NewAdjustment::position)
        .column("kind", "text", row -> row.adjustment().kind().name())
        .column("label", "text", row -> row.adjustment().label())
        .column("amount", "bigint", row -> row.adjustment().amount().minorUnits())
        .column("source", "text", row -> row.adjustment().source());
  }

  /**
   * Adds the lines and adjustments of the current revisions of orders: a statement, and one more
   * for each kind of adjustments.
   */
  static void insert(SqlBatch batch, List<Order> orders) {
    // the database compares the total when lines are added, and then needs the order's shipping
    INSERT_ADJUSTMENTS.add(
        batch, all(orders, order -> rows(order, 0, order.items().adjustments())));
    INSERT_LINES.add(batch, all(orders, OrderItemsRepository::lines));
    INSERT_LINE_ADJUSTMENTS.add(
        batch,
        all(
            orders,
            order ->
                lines(order)
                    .flatMap(row -> rows(order, row.position(), row.line().adjustments()))));
  }

  private static <T> List<T> all(List<Order> orders, Function<Order, Stream<T>> rows) {
    return orders.stream().flatMap(rows).toList();
  }

  private static Stream<NewLine> lines(Order order) {
    List<OrderLine> lines = order.items().lines();
    return IntStream.range(0, lines.size()).mapToObj(i -> new NewLine(order, i, lines.get(i)));
  }

  private static Stream<NewAdjustment> rows(Order order, int line, List<Adjustment> adjustments) {
    return IntStream.range(0, adjustments.size())
        .mapToObj(i -> new NewAdjustment(order, line, i, adjustments.get(i)));
  }

  private static @Nullable UUID vendor(OrderLine line) {
    return line.vendor() == null ? null : line.vendor().value();
  }

  /** Adds a query for the current lines of orders, without their adjustments. */
  static BatchResult<Map<UUID, List<OrderLine>>> lines(SqlBatch batch, List<UUID> orders) {
    return batch.collect(
        rows -> {
          Map<UUID, List<OrderLine>> lines = new HashMap<>();
          while (rows.next()) {
            UUID order = rows.getObject("order_id", UUID.class);
            lines.computeIfAbsent(order, id -> new ArrayList<>()).add(line(rows));
          }
          return lines;
        },
        LINES,
        SqlBatch.column("uuid", orders));
  }

  /** Adjustments of orders and of their lines, by order. */
  static final class Adjustments {

    private final BatchResult<List<StoredAdjustment>> ofOrders;
    private final BatchResult<List<StoredAdjustment>> ofLines;

    Adjustments(SqlBatch batch, List<UUID> orders) {
      Object ids = SqlBatch.column("uuid", orders);
      this.ofOrders = batch.list(row -> adjustment(row, 0), ADJUSTMENTS, ids);
      this.ofLines = batch.list(row -> adjustment(row, row.getInt("line")), LINE_ADJUSTMENTS, ids);
    }

    List<Adjustment> of(UUID order) {
      return ofOrders.get().stream()
          .filter(one -> one.order().equals(order))
          .map(StoredAdjustment::adjustment)
          .toList();
    }

    /** The lines with their adjustments. */
    List<OrderLine> ofLines(UUID order, List<OrderLine> lines) {
      Map<Integer, List<Adjustment>> byLine = new HashMap<>();
      ofLines.get().stream()
          .filter(one -> one.order().equals(order))
          .forEach(
              one ->
                  byLine
                      .computeIfAbsent(one.line(), line -> new ArrayList<>())
                      .add(one.adjustment()));
      return IntStream.range(0, lines.size())
          .mapToObj(i -> lines.get(i).withAdjustments(byLine.getOrDefault(i, List.of())))
          .toList();
    }
  }

  private static OrderLine line(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    UUID vendor = row.getObject("vendor", UUID.class);
    return new OrderLine(
        new ProductId(row.getObject("product_id", UUID.class)),
        row.getString("sku"),
        row.getString("name"),
        new Quantity(row.getBigDecimal("quantity")),
        new Money(row.getLong("unit_price"), currency),
        new Money(row.getLong("line_total"), currency),
        vendor == null ? null : new UserId(vendor),
        List.of(),
        new Money(row.getLong("adjusted"), currency));
  }

  private static StoredAdjustment adjustment(ResultSet row, int line) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    Adjustment adjustment =
        new Adjustment(
            Adjustment.Kind.valueOf(row.getString("kind")),
            row.getString("label"),
            new Money(row.getLong("amount"), currency),
            row.getString("source"));
    return new StoredAdjustment(row.getObject("order_id", UUID.class), line, adjustment);
  }
}
