package org.orderly.ordering.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/** Builds a shipment from its rows. */
final class ShipmentRow {

  private final UUID id;
  private final OrderId orderId;
  private final ShipmentStatus status;
  private final String carrier;
  private final String trackingNumber;
  private final Instant shippedAt;
  private final @Nullable Instant deliveredAt;
  private final List<PackedLine> lines = new ArrayList<>();

  private ShipmentRow(UUID id, ResultSet row) throws SQLException {
    this.id = id;
    this.orderId = new OrderId(row.getObject(2, UUID.class));
    this.status = ShipmentStatus.valueOf(row.getString(3));
    this.carrier = row.getString(4);
    this.trackingNumber = row.getString(5);
    this.shippedAt = row.getObject(6, OffsetDateTime.class).toInstant();
    this.deliveredAt = instant(row, 7);
  }

  /** Reads one row per line, each with the columns of its shipment. */
  static List<Shipment> readAll(ResultSet rows) throws SQLException {
    Map<UUID, ShipmentRow> stored = new LinkedHashMap<>();
    while (rows.next()) {
      UUID id = rows.getObject(1, UUID.class);
      ShipmentRow shipment = stored.get(id);
      if (shipment == null) {
        shipment = new ShipmentRow(id, rows);
        stored.put(id, shipment);
      }
      shipment.lines.add(line(rows));
    }
    return stored.values().stream().map(ShipmentRow::complete).toList();
  }

  private Shipment complete() {
    return new Shipment(
        id, orderId, status, carrier, trackingNumber, lines, shippedAt, deliveredAt);
  }

  private static PackedLine line(ResultSet row) throws SQLException {
    UUID vendor = row.getObject(12, UUID.class);
    return new PackedLine(
        new ProductId(row.getObject(8, UUID.class)),
        row.getString(9),
        row.getString(10),
        new Quantity(row.getBigDecimal(11)),
        vendor == null ? null : new UserId(vendor));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
