package org.orderly.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Issues invoices, once per order, and shows them as they were issued.
 *
 * <p>Issuing is one transaction of the ordering database: the order is locked, so that it cannot
 * change meanwhile; then the year's counter, until the invoice is written.
 */
@ApplicationScoped
public class Invoices {

  private final OrderAccess access;
  private final DomainDatabase database;
  private final DocumentSettings settings;
  private final Clock clock;

  @Inject
  Invoices(
      OrderAccess access,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      DocumentSettings settings,
      Clock clock) {
    this.access = access;
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * An order's invoice; it is issued now if it was not before. Call it without a transaction.
   *
   * @throws org.orderly.ordering.OrderNotFound if the actor may not see the order
   * @throws DocumentNotIssued if the order is not confirmed yet, or was called off before it had an
   *     invoice
   */
  public GeneratedFile of(OrderActor actor, OrderId id) {
    access.require(actor, id, Permission.VIEW);
    return file(issue(id));
  }

  /**
   * Issues the invoice of an order unless it has one; idempotent.
   *
   * @throws DocumentNotIssued if it may not have one
   */
  Invoice issue(OrderId id) {
    return database.atomically(connection -> issue(connection, id));
  }

  private Invoice issue(Connection connection, OrderId id) throws SQLException {
    BilledOrderQueries order = BilledOrderQueries.lock(connection, id);
    Optional<Invoice> issued = InvoiceRepository.find(connection, id);
    if (issued.isPresent()) {
      return issued.get();
    }
    DocumentNotIssued.requireIssuable(order.status());
    int year = clock.instant().atZone(clock.getZone()).getYear();
    long number = InvoiceRepository.nextNumber(connection, year);
    // after the counter, so that later numbers have later times
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Invoice invoice =
        new Invoice(year, number, now, order.recipient(), order.content(settings.seller()));
    InvoiceRepository.add(connection, id, invoice);
    return invoice;
  }

  private GeneratedFile file(Invoice invoice) {
    try {
      return InvoicePdf.of(invoice, clock.getZone(), settings.fonts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
