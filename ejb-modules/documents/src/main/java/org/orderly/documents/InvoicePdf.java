package org.orderly.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orderly.kernel.Adjustment;

/** Draws an invoice. */
final class InvoicePdf {

  private static final List<PdfDocument.Column> COLUMNS =
      List.of(
          new PdfDocument.Column("Article", 90, false),
          new PdfDocument.Column("Product", 173, false),
          new PdfDocument.Column("Quantity", 60, true),
          new PdfDocument.Column("Unit price", 60, true),
          new PdfDocument.Column("Amount", 60, true));

  private InvoicePdf() {}

  /**
   * The same invoice gives the same pages each time.
   *
   * @param fonts files with letters that the delivered fonts lack
   */
  static GeneratedFile of(Invoice invoice, ZoneId zone, List<Path> fonts) throws IOException {
    InvoiceContent content = invoice.content();
    try (PdfDocument pdfDocument =
        new PdfDocument("Invoice " + invoice.name(), invoice.issuedAt(), fonts)) {
      pdfDocument.paragraph(content.seller().toArray(String[]::new));
      pdfDocument.paragraph(
          "Date: " + day(invoice.issuedAt(), zone),
          "Order: " + content.orderNumber() + " of " + day(content.placedAt(), zone),
          "Payment: " + content.payment().toLowerCase(Locale.ROOT));
      AddressBlock.write(pdfDocument, invoice.recipient());
      pdfDocument.table(COLUMNS, rows(content));
      pdfDocument.emphasised("Total: " + content.total());
      return new GeneratedFile(
          invoice.name() + ".pdf", pdfDocument.bytes("Invoice " + invoice.name()));
    }
  }

  /** Each line with its adjustments below it; those of the whole order come last. */
  private static List<List<String>> rows(InvoiceContent content) {
    List<List<String>> rows = new ArrayList<>();
    for (InvoiceContent.Line line : content.lines()) {
      rows.add(row(line));
      line.adjustments().forEach(adjustment -> rows.add(row(adjustment)));
    }
    content.adjustments().forEach(adjustment -> rows.add(row(adjustment)));
    return rows;
  }

  private static List<String> row(Adjustment adjustment) {
    return List.of("", adjustment.label(), "", "", adjustment.amount().amount().toPlainString());
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
