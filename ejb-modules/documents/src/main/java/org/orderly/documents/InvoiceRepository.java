package org.orderly.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.platform.json.Json;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;

/** Reads and writes invoices and the number series of each year. */
final class InvoiceRepository {

  private static final String FIND =
      "select year, number, issued_at, recipient, content from invoice where order_id = ?";

  /** Makes others who need a number wait until the transaction ends. */
  private static final String NEXT =
      """
      insert into invoice_series (year, last_number) values (?, 1)
      on conflict (year) do update set last_number = invoice_series.last_number + 1
      returning last_number""";

  private static final String ADD =
      """
      insert into invoice (order_id, year, number, issued_at, recipient, content)
      values (?, ?, ?, ?, ?, ?)""";

  private InvoiceRepository() {}

  static Optional<Invoice> find(Connection connection, OrderId id) throws SQLException {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<Invoice>> found =
        batch.first(InvoiceRepository::invoice, FIND, id.value());
    batch.run(connection);
    return found.get();
  }

  /** The year's next number; another invoice gets it if the transaction rolls back. */
  static long nextNumber(Connection connection, int year) throws SQLException {
    SqlBatch batch = new SqlBatch();
    BatchResult<Long> number = batch.one(row -> row.getLong(1), NEXT, year);
    batch.run(connection);
    return number.get();
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
        read(row.getString("recipient"), PostalAddress.class),
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
