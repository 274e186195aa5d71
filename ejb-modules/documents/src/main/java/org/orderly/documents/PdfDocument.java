package org.orderly.documents;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** A document of A4 pages, written from top to bottom; measures are points. */
final class PdfDocument implements Closeable {

  private static final int MARGIN = 56;
  private static final int WIDTH = 483;
  private static final int TOP = 786;
  private static final int BOTTOM = 84;
  private static final int FOOT = 44;
  private static final int TEXT = 10;
  private static final int TITLE = 18;
  private static final int LEADING = 14;
  private static final int GAP = 10;

  private final PDDocument document = new PDDocument();
  private final PdfFont regular;
  private final PdfFont bold;
  private PDPageContentStream page;
  private int y;

  /**
   * A column of a table.
   *
   * @param right whether its cells end where it ends, as numbers do
   */
  record Column(String title, int width, boolean right) {}

  /**
   * @param fonts files with letters that the delivered fonts lack
   */
  PdfDocument(String title, Instant at, List<Path> fonts) throws IOException {
    FurtherFonts further = new FurtherFonts(document, fonts);
    regular = PdfFont.regular(document, further);
    bold = PdfFont.bold(document, further);
    Calendar made = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer("Orderly");
    document.getDocumentInformation().setCreationDate(made);
    document.getDocumentCatalog().setLanguage("en");
    turn();
    text(bold, TITLE, title);
    y -= GAP;
  }

  /** Lines one below the other, each wrapped; {@code null} and blank ones are left out. */
  void paragraph(@Nullable String... lines) throws IOException {
    for (String textRun : lines) {
      if (textRun != null && !textRun.isBlank()) {
        text(regular, TEXT, textRun);
      }
    }
    y -= GAP;
  }

  void emphasised(String textRun) throws IOException {
    text(bold, TEXT, textRun);
    y -= GAP;
  }

  /** Rows below their titles, which stand on each page that the table comes to. */
  void table(List<Column> columns, List<List<String>> rows) throws IOException {
    titles(columns);
    for (List<String> row : rows) {
      List<List<TextRun>> cells = new ArrayList<>();
      int height = 0;
      for (int i = 0; i < columns.size(); i++) {
        cells.add(regular.wrapped(row.get(i), TEXT, columns.get(i).width()));
        height = Math.max(height, cells.get(i).size());
      }
      if (y - height * LEADING < BOTTOM) {
        turn();
        titles(columns);
      }
      row(columns, cells);
    }
    line();
    y -= GAP;
  }

  private void titles(List<Column> columns) throws IOException {
    List<List<TextRun>> cells = new ArrayList<>();
    for (Column column : columns) {
      cells.add(List.of(bold.line(column.title())));
    }
    row(columns, cells);
    line();
  }

  private void row(List<Column> columns, List<List<TextRun>> cells) throws IOException {
    int x = MARGIN;
    int height = 0;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      int below = y;
      for (TextRun textRun : cells.get(i)) {
        float shift = column.right() ? column.width() - textRun.width(TEXT) : 0;
        textRun.draw(page, TEXT, x + shift, below);
        below -= LEADING;
      }
      height = Math.max(height, cells.get(i).size());
      x += column.width() + GAP;
    }
    y -= height * LEADING;
  }

  private void line() throws IOException {
    page.setLineWidth(0.5f);
    page.moveTo(MARGIN, y + LEADING - 4);
    page.lineTo(MARGIN + WIDTH, y + LEADING - 4);
    page.stroke();
    y -= 4;
  }

  private void text(PdfFont face, int size, String text) throws IOException {
    for (TextRun textRun : face.wrapped(text, size, WIDTH)) {
      if (y < BOTTOM) {
        turn();
      }
      textRun.draw(page, size, MARGIN, y);
      y -= size + LEADING - TEXT;
    }
  }

  /** Goes on at the top of a new page. */
  private void turn() throws IOException {
    if (page != null) {
      page.close();
    }
    PDPage next = new PDPage(PDRectangle.A4);
    document.addPage(next);
    page = new PDPageContentStream(document, next);
    y = TOP;
  }

  /** The finished document, with a foot on each page. */
  byte[] bytes(String foot) throws IOException {
    page.close();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      try (PDPageContentStream below =
          new PDPageContentStream(
              document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
        TextRun textRun = regular.line("%s · page %d of %d".formatted(foot, i + 1, pages));
        textRun.draw(below, TEXT - 2, MARGIN, FOOT);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
