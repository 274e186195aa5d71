package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Reads and writes shipments, which change only while their order is locked. */
@ApplicationScoped
class ShipmentRepository {

  private static final String ORDER_OF = "select order_id from shipment where id = ?";

  private static final String COLUMNS =
      """
      select s.id, s.order_id, s.status, s.carrier, s.tracking_number, s.shipped_at, s.delivered_at,
             i.product_id, i.sku, i.name, i.quantity, i.vendor
      """;

  private static final String ONE =
      COLUMNS
          + " from shipment s join shipment_item i on i.shipment_id = s.id"
          + " where s.id = ? order by i.position";

  /** The limit counts shipments, not lines. */
  private static final String PAGE =
      COLUMNS
          + """
           from (
             select * from shipment
             where order_id = ? and id > ? and (?::uuid is null or exists (
               select 1 from shipment_item where shipment_id = shipment.id and vendor = ?))
             order by id limit ?) s
           join shipment_item i on i.shipment_id = s.id
           order by s.id, i.position""";

  private static final String ON_ITS_WAY =
      "select count(*) from shipment where order_id = ? and status <> 'DELIVERED'";

  private static final String INSERT =
      "insert into shipment (id, order_id, status, carrier, tracking_number, shipped_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  private static final String INSERT_LINES =
      """
      insert into shipment_item (shipment_id, position, product_id, sku, name, quantity, vendor)
      select ?, position - 1, product_id, sku, name, quantity, vendor
      from unnest(?, ?, ?, ?, ?) with ordinality
          as line (product_id, sku, name, quantity, vendor, position)""";

  private static final String DELIVER =
      "update shipment set status = ?, delivered_at = ? where id = ?";

  private static final String LATE =
      "select id from shipment where status = 'SHIPPED' and shipped_at < ?"
          + " order by shipped_at limit ?";

  private final DomainDatabase database;

  @Inject
  ShipmentRepository(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  Optional<OrderId> orderOf(UUID shipment) {
    return database.first(row -> new OrderId(row.getObject(1, UUID.class)), ORDER_OF, shipment);
  }

  Optional<Shipment> find(UUID id) {
    return database.collect(ShipmentRow::readAll, ONE, id).stream().findFirst();
  }

  /**
   * Oldest first.
   *
   * @param visible only shipments with some of these lines
   */
  List<Shipment> ofOrder(OrderId order, VisibleLines visible, UUID after, int limit) {
    UUID vendor = visible.onlyVendor().map(UserId::value).orElse(null);
    return database.collect(
        ShipmentRow::readAll, PAGE, order.value(), after, vendor, vendor, limit);
  }

  /** The number of shipments of an order that are not delivered. */
  long onTheirWay(OrderId order) {
    return database.one(row -> row.getLong(1), ON_ITS_WAY, order.value());
  }

  /** Shipments that were shipped before an instant and are not delivered, oldest first. */
  List<UUID> leftBefore(Instant instant, int limit) {
    return database.list(
        row -> row.getObject(1, UUID.class), LATE, instant.atOffset(ZoneOffset.UTC), limit);
  }

  void add(Shipment shipment) {
    ShipmentView view = shipment.view();
    SqlBatch writes = new SqlBatch();
    writes.change(
        INSERT,
        view.id(),
        view.orderId().value(),
        view.status(),
        view.carrier(),
        view.trackingNumber(),
        view.shippedAt().atOffset(ZoneOffset.UTC));
    List<PackedLine> lines = shipment.lines();
    writes.change(
        INSERT_LINES,
        view.id(),
        column("uuid", lines, line -> line.productId().value()),
        column("text", lines, PackedLine::sku),
        column("text", lines, PackedLine::name),
        column("numeric", lines, line -> line.quantity().value()),
        column("uuid", lines, line -> line.vendor() == null ? null : line.vendor().value()));
    database.run(writes);
  }

  void save(Shipment shipment) {
    ShipmentView view = shipment.view();
    Instant delivered = Objects.requireNonNull(view.deliveredAt(), "not delivered");
    database.change(DELIVER, view.status(), delivered.atOffset(ZoneOffset.UTC), view.id());
  }

  private static <T> Object column(String type, List<T> rows, Function<T, ?> value) {
    return SqlBatch.column(type, rows.stream().<Object>map(value).toList());
  }
}
