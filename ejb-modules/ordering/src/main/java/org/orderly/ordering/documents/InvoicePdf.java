package org.orderly.ordering.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Draws an invoice. */
final class InvoicePdf {

  private static final List<Sheet.Column> COLUMNS =
      List.of(
          new Sheet.Column("Article", 90, false),
          new Sheet.Column("Product", 173, false),
          new Sheet.Column("Quantity", 60, true),
          new Sheet.Column("Unit price", 60, true),
          new Sheet.Column("Amount", 60, true));

  private InvoicePdf() {}

  /**
   * The same invoice gives the same pages each time.
   *
   * @param fonts files with letters that the delivered fonts lack
   */
  static PdfFile of(Invoice invoice, ZoneId zone, List<Path> fonts) throws IOException {
    InvoiceContent content = invoice.content();
    try (Sheet sheet = new Sheet("Invoice " + invoice.name(), invoice.issuedAt(), fonts)) {
      sheet.paragraph(content.seller().toArray(String[]::new));
      sheet.paragraph(
          "Date: " + day(invoice.issuedAt(), zone),
          "Order: " + content.orderNumber() + " of " + day(content.placedAt(), zone),
          "Payment: " + content.payment().toLowerCase(Locale.ROOT));
      Recipient.write(sheet, invoice.recipient());
      sheet.table(COLUMNS, content.lines().stream().map(InvoicePdf::row).toList());
      sheet.emphasised("Total: " + content.total());
      return new PdfFile(invoice.name() + ".pdf", sheet.bytes("Invoice " + invoice.name()));
    }
  }

  private static List<String> row(InvoiceContent.Line line) {
    return List.of(
        line.sku(),
        line.name(),
        line.quantity().toString(),
        line.unitPrice().amount().toPlainString(),
        line.total().amount().toPlainString());
  }

  private static String day(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate().toString();
  }
}
