package org.orderly.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.ShippingAddress;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.SqlBatch;

/** The invoices in the database, and the counters of their years. */
final class InvoiceRepository {

  private static final String FIND =
      "select year, number, issued_at, recipient, content from invoice where order_id = ?";

  /** Keeps everybody else who wants a number waiting until the transaction ends. */
  private static final String NEXT =
      """
      insert into invoice_series (year, last_number) values (?, 1)
      on conflict (year) do update set last_number = invoice_series.last_number + 1
      returning last_number""";

  private static final String ADD =
      """
      insert into invoice (order_id, year, number, issued_at, recipient, content)
      values (?, ?, ?, ?, ?, ?)""";

  /** Receives one row. */
  private static final class Found<T> {
    private T value;
  }

  private InvoiceRepository() {}

  /** {@code null} if the order has none. */
  static Invoice find(Connection connection, OrderId id) throws SQLException {
    Found<Invoice> found = new Found<>();
    new SqlBatch()
        .query(row -> found.value = row.next() ? invoice(row) : null, FIND, id.value())
        .run(connection);
    return found.value;
  }

  /** The year's next number; if the transaction rolls back, somebody else's. */
  static long nextNumber(Connection connection, int year) throws SQLException {
    Found<Long> found = new Found<>();
    new SqlBatch()
        .query(
            row -> {
              row.next();
              found.value = row.getLong(1);
            },
            NEXT,
            year)
        .run(connection);
    return found.value;
  }

  static void add(Connection connection, OrderId id, Invoice invoice) throws SQLException {
    new SqlBatch()
        .change(
            ADD,
            id.value(),
            invoice.year(),
            invoice.number(),
            invoice.issuedAt().atOffset(ZoneOffset.UTC),
            json(invoice.recipient()),
            json(invoice.content()))
        .run(connection);
  }

  private static Invoice invoice(ResultSet row) throws SQLException {
    return new Invoice(
        row.getInt("year"),
        row.getLong("number"),
        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
        read(row.getString("recipient"), ShippingAddress.class),
        read(row.getString("content"), InvoiceContent.class));
  }

  private static String json(Record value) {
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return Json.mapper().readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
