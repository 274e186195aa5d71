package org.orderly.ordering.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/** Builds a return from its rows. */
final class ReturnRow {

  private final UUID id;
  private final OrderId orderId;
  private final ReturnStatus status;
  private final String reason;
  private final String refusal;
  private final Instant requestedAt;
  private final Currency currency;
  private final List<ReturnLine> lines = new ArrayList<>();

  private ReturnRow(UUID id, ResultSet row) throws SQLException {
    this.id = id;
    this.orderId = new OrderId(row.getObject(2, UUID.class));
    this.status = ReturnStatus.valueOf(row.getString(3));
    this.reason = row.getString(4);
    this.refusal = row.getString(5);
    this.requestedAt = row.getObject(6, OffsetDateTime.class).toInstant();
    this.currency = Currency.getInstance(row.getString(7));
  }

  /** Reads one row per line, each with the columns of its return. */
  static List<Return> readAll(ResultSet rows) throws SQLException {
    Map<UUID, ReturnRow> stored = new LinkedHashMap<>();
    while (rows.next()) {
      UUID id = rows.getObject(1, UUID.class);
      ReturnRow one = stored.get(id);
      if (one == null) {
        one = new ReturnRow(id, rows);
        stored.put(id, one);
      }
      one.lines.add(one.line(rows));
    }
    return stored.values().stream().map(ReturnRow::complete).toList();
  }

  private Return complete() {
    return new Return(id, orderId, status, reason, refusal, requestedAt, lines);
  }

  private ReturnLine line(ResultSet row) throws SQLException {
    UUID vendor = row.getObject(11, UUID.class);
    return new ReturnLine(
        new ProductId(row.getObject(8, UUID.class)),
        row.getString(9),
        row.getString(10),
        vendor == null ? null : new UserId(vendor),
        new Money(row.getLong(12), currency),
        new Quantity(row.getBigDecimal(13)),
        new Quantity(row.getBigDecimal(14)),
        new Quantity(row.getBigDecimal(15)),
        new Quantity(row.getBigDecimal(16)),
        new Money(row.getLong(17), currency),
        new Money(row.getLong(18), currency));
  }
}
