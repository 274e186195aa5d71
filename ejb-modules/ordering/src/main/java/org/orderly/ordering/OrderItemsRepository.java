package org.orderly.ordering;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orderly.kernel.Adjustment;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.SqlBatch;

/** Inserts the lines and adjustments of orders; Hibernate reads them with their orders. */
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

  private record NewLine(Order order, int position, OrderedLine line) {}

  /** An adjustment of a line, or of the whole order, where the line has no meaning. */
  private record NewAdjustment(Order order, int line, int position, Adjustment adjustment) {}

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
    List<OrderedLine> lines = order.items().lines();
    return IntStream.range(0, lines.size()).mapToObj(i -> new NewLine(order, i, lines.get(i)));
  }

  private static Stream<NewAdjustment> rows(Order order, int line, List<Adjustment> adjustments) {
    return IntStream.range(0, adjustments.size())
        .mapToObj(i -> new NewAdjustment(order, line, i, adjustments.get(i)));
  }

  private static UUID vendor(OrderedLine line) {
    return line.vendor() == null ? null : line.vendor().value();
  }
}
