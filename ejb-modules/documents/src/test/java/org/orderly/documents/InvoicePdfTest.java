package org.orderly.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.Quantity;

class InvoicePdfTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Instant NEW_YEARS_EVE = Instant.parse("2026-12-31T23:30:00Z");

  @Test
  void namesEveryLineAndTheTotal() throws IOException {
    String text = text(invoice("Ann", List.of(line("BRW-001", "Coffee Dripper", 3, 2400)), 7200));
    assertThat(text)
        .contains("Invoice INV-2026-000007", "BRW-001", "Coffee Dripper", "24.00", "72.00")
        .contains("Total: 72.00 EUR", "Order: 2026-000123 of 2026-12-31", "United Kingdom");
  }

  @Test
  void namesAdjustmentsBelowTheirLineAndBeforeTheTotal() throws IOException {
    Adjustment sale = adjustment(Adjustment.Kind.DISCOUNT, "Summer sale", -200);
    Adjustment parcel = adjustment(Adjustment.Kind.SHIPPING, "Parcel", 490);
    InvoiceContent.Line tea = line("TEA", "Tea", 1, 1000);
    Invoice plain = invoice("Ann", List.of(tea, line("CUP", "Cup", 1, 400)), 1690);
    Invoice adjusted =
        new Invoice(
            plain.year(),
            plain.number(),
            plain.issuedAt(),
            plain.recipient(),
            new InvoiceContent(
                plain.content().seller(),
                plain.content().orderNumber(),
                plain.content().placedAt(),
                plain.content().payment(),
                List.of(
                    new InvoiceContent.Line(
                        tea.sku(),
                        tea.name(),
                        tea.quantity(),
                        tea.unitPrice(),
                        tea.total(),
                        List.of(sale)),
                    plain.content().lines().get(1)),
                List.of(parcel),
                plain.content().total()));
    assertThat(text(adjusted))
        .containsSubsequence(
            "Tea", "Summer sale", "-2.00", "Cup", "Parcel", "4.90", "Total: 16.90");
    assertThat(text(plain)).doesNotContain("Summer sale", "Parcel");
  }

  private static Adjustment adjustment(Adjustment.Kind kind, String label, long amount) {
    return new Adjustment(kind, label, new Money(amount, EUR), "rule:one");
  }

  @Test
  void writesNamesOfAllEurope() throws IOException {
    String name = "Žluťoučký Łódź, Ελένη Παπαδοπούλου, Наталія Ґудзь";
    assertThat(text(invoice(name, List.of(line("A", "Tea", 1, 100)), 100))).contains(name);
  }

  @Test
  void putsTogetherAccentsThatComeByThemselves() throws IOException {
    assertThat(text(invoice("Jose\u0301", List.of(line("A", "Tea", 1, 100)), 100)))
        .contains("José");
  }

  @Test
  void marksWhatNoFontHasAndGoesOn() throws IOException {
    String text =
        text(
            invoice("\u1300 \uDB80\uDC00\u202E\uD800 Ann", List.of(line("A", "Tea", 1, 100)), 100));
    assertThat(text).contains("? ?? Ann");
  }

  @Test
  void goesOnOverPagesWithTheTitlesOnEach() throws IOException {
    InvoiceContent.Line line = line("SKU-1", "Tea of the ".repeat(15), 1, 100);
    GeneratedFile file =
        InvoicePdf.of(
            invoice("Ann", Collections.nCopies(500, line), 50_000), ZoneOffset.UTC, List.of());
    try (PDDocument document = Loader.loadPDF(file.content())) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(20);
      for (int page = 1; page <= pages; page++) {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        assertThat(one.getText(document))
            .contains("Unit price", "page %d of %d".formatted(page, pages));
      }
      assertThat(new PDFTextStripper().getText(document)).contains("Total: 500.00 EUR");
    }
  }

  @Test
  void wrapsWhatIsLongerThanItsPlace() throws IOException {
    String word = "Donaudampfschifffahrtsgesellschaftskapitänspatent".repeat(3);
    String text = text(invoice("Ann", List.of(line("S".repeat(100), word, 1, 100)), 100));
    assertThat(text.replaceAll("\\s", "")).contains("Donaudampfschiff", "patent");
    try (PDDocument document = Loader.loadPDF(file(word).content())) {
      assertThat(rightmost(document)).isLessThan(540);
    }
  }

  @Test
  void datesByTheClockOfTheSeller() throws IOException {
    GeneratedFile file =
        InvoicePdf.of(
            invoice("Ann", List.of(line("A", "Tea", 1, 100)), 100),
            ZoneId.of("Europe/Berlin"),
            List.of());
    assertThat(text(file)).contains("Date: 2027-01-01");
  }

  private static GeneratedFile file(String name) throws IOException {
    return InvoicePdf.of(
        invoice(name, List.of(line(name, name, 1, 100)), 100), ZoneOffset.UTC, List.of());
  }

  private static Invoice invoice(String name, List<InvoiceContent.Line> lines, long total) {
    return new Invoice(
        2026,
        7,
        NEW_YEARS_EVE,
        new PostalAddress(name, "1 High St", "Leeds", null, "LS1", "GB"),
        new InvoiceContent(
            List.of("Orderly Ltd", "2 Low St"),
            "2026-000123",
            NEW_YEARS_EVE,
            "WALLET",
            lines,
            List.of(),
            new Money(total, EUR)));
  }

  private static InvoiceContent.Line line(String sku, String name, long quantity, long price) {
    Money unit = new Money(price, EUR);
    return new InvoiceContent.Line(
        sku, name, Quantity.of(quantity), unit, new Money(price * quantity, EUR), List.of());
  }

  private static String text(Invoice invoice) throws IOException {
    return text(InvoicePdf.of(invoice, ZoneOffset.UTC, List.of()));
  }

  private static String text(GeneratedFile file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.content())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static double rightmost(PDDocument document) throws IOException {
    List<Float> ends = new ArrayList<>();
    new PDFTextStripper() {
      @Override
      protected void processTextPosition(org.apache.pdfbox.text.TextPosition letter) {
        ends.add(letter.getXDirAdj() + letter.getWidthDirAdj());
      }
    }.getText(document);
    return Collections.max(ends);
  }
}
