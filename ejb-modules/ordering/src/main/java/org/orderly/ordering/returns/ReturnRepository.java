package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads and writes returns, which change only while their order is locked. */
@ApplicationScoped
class ReturnRepository {

  private static final String ORDER_OF = "select order_id from order_return where id = ?";

  /** Quantities that a completed return did not receive may be returned again. */
  private static final String TAKEN_BACK =
      """
      select product_id,
             sum(case status when 'REFUSED' then 0 when 'COMPLETED' then received else quantity end),
             sum(received), sum(received_value)
      from return_item join order_return on id = return_id
      where order_id = ? group by product_id""";

  private static final String COLUMNS =
      """
      select r.id, r.order_id, r.status, r.reason, r.refusal, r.requested_at, o.currency,
             i.product_id, i.sku, i.name, i.vendor, i.unit_price,
             i.quantity, i.received, i.restocked, i.written_off,
             i.requested_value, i.received_value
      """;

  private static final String JOINED =
      " r join orders o on o.id = r.order_id join return_item i on i.return_id = r.id";

  private static final String ONE =
      COLUMNS + " from order_return" + JOINED + " where r.id = ? order by i.position";

  private static final String OF_VENDOR =
      """
       (?::uuid is null or exists (
         select 1 from return_item where return_id = order_return.id and vendor = ?))""";

  /** The limit counts returns, not lines. */
  private static final String OF_ORDER =
      COLUMNS
          + " from (select * from order_return where order_id = ? and id > ? and"
          + OF_VENDOR
          + " order by id limit ?)"
          + JOINED
          + " order by r.id, i.position";

  private static final String ALL =
      COLUMNS
          + " from (select * from order_return where id < ? and (?::text is null or status = ?) and"
          + OF_VENDOR
          + " order by id desc limit ?)"
          + JOINED
          + " order by r.id desc, i.position";

  private static final String INSERT =
      "insert into order_return (id, order_id, status, reason, requested_at, changed_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  private static final String INSERT_LINES =
      """
      insert into return_item
          (return_id, position, product_id, sku, name, vendor, unit_price, quantity,
           requested_value)
      select ?, position - 1, product_id, sku, name, vendor, unit_price, quantity, value
      from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality
          as line (product_id, sku, name, vendor, unit_price, quantity, value, position)""";

  private static final String SAVE =
      "update order_return set status = ?, refusal = ?, changed_at = ? where id = ?";

  private static final String SAVE_LINES =
      """
      update return_item i
      set received = line.received, restocked = line.restocked, written_off = line.written_off,
          received_value = line.received_value
      from unnest(?, ?, ?, ?, ?)
          as line (product_id, received, restocked, written_off, received_value)
      where i.return_id = ? and i.product_id = line.product_id""";

  private final DomainDatabase database;

  @Inject
  ReturnRepository(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The returned quantities of each line of an order, by product. */
  Map<ProductId, ReturnedQuantities> takenBack(OrderId order, List<OrderLine> lines) {
    Map<ProductId, ReturnedQuantities> taken = new HashMap<>();
    lines.forEach(line -> taken.put(line.productId(), ReturnedQuantities.none(line)));
    database
        .list(ReturnRepository::takenBack, TAKEN_BACK, order.value())
        .forEach(
            one -> taken.computeIfPresent(one.product(), (product, none) -> one.of(none.line())));
    return taken;
  }

  private record TakenBack(
      ProductId product, Quantity taken, Quantity received, long receivedValue) {

    ReturnedQuantities of(OrderLine line) {
      Money value = new Money(receivedValue, line.unitPrice().currency());
      return new ReturnedQuantities(line, taken, received, value);
    }
  }

  private static TakenBack takenBack(ResultSet row) throws SQLException {
    return new TakenBack(
        new ProductId(row.getObject(1, UUID.class)),
        new Quantity(row.getBigDecimal(2)),
        new Quantity(row.getBigDecimal(3)),
        row.getLong(4));
  }

  Optional<OrderId> orderOf(UUID id) {
    return database.first(row -> new OrderId(row.getObject(1, UUID.class)), ORDER_OF, id);
  }

  Optional<Return> find(UUID id) {
    return read(ONE, id).stream().findFirst();
  }

  /**
   * Oldest first.
   *
   * @param visible only returns with some of these lines
   */
  List<Return> ofOrder(OrderId order, VisibleLines visible, UUID after, int limit) {
    UUID vendor = visible.onlyVendor().map(UserId::value).orElse(null);
    return read(OF_ORDER, order.value(), after, vendor, vendor, limit);
  }

  /**
   * Newest first.
   *
   * @param status {@code null} for all
   * @param visible only returns with some of these lines
   */
  List<Return> all(@Nullable ReturnStatus status, VisibleLines visible, UUID before, int limit) {
    String wanted = status == null ? null : status.name();
    UUID vendor = visible.onlyVendor().map(UserId::value).orElse(null);
    return read(ALL, before, wanted, wanted, vendor, vendor, limit);
  }

  private List<Return> read(String sql, @Nullable Object... values) {
    return database.collect(ReturnRow::readAll, sql, values);
  }

  void add(Return back) {
    SqlBatch writes = new SqlBatch();
    writes.change(
        INSERT,
        back.id(),
        back.orderId().value(),
        back.status().name(),
        back.reason(),
        back.requestedAt().atOffset(ZoneOffset.UTC),
        back.requestedAt().atOffset(ZoneOffset.UTC));
    List<ReturnLine> lines = back.lines();
    writes.change(
        INSERT_LINES,
        back.id(),
        column("uuid", lines, line -> line.productId().value()),
        column("text", lines, ReturnLine::sku),
        column("text", lines, ReturnLine::name),
        column("uuid", lines, line -> value(line.vendor())),
        column("bigint", lines, line -> line.unitPrice().minorUnits()),
        column("numeric", lines, line -> line.quantity().value()),
        column("bigint", lines, line -> line.requestedValue().minorUnits()));
    database.run(writes);
  }

  void save(Return back, Instant now) {
    SqlBatch writes = new SqlBatch();
    writes.change(
        SAVE, back.status().name(), back.refusal(), now.atOffset(ZoneOffset.UTC), back.id());
    List<ReturnLine> lines = back.lines();
    writes.change(
        SAVE_LINES,
        column("uuid", lines, line -> line.productId().value()),
        column("numeric", lines, line -> line.received().value()),
        column("numeric", lines, line -> line.restocked().value()),
        column("numeric", lines, line -> line.writtenOff().value()),
        column("bigint", lines, line -> line.receivedValue().minorUnits()),
        back.id());
    database.run(writes);
  }

  private static @Nullable UUID value(@Nullable UserId id) {
    return id == null ? null : id.value();
  }

  private static Object column(String type, List<ReturnLine> lines, Function<ReturnLine, ?> value) {
    return SqlBatch.column(type, lines.stream().<Object>map(value).toList());
  }
}
