package org.orderly.productfiles.row;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.text.BoundedText;
import org.orderly.productfiles.text.UnusableFile;

/**
 * Comma-separated values with a header (RFC 4180); semicolons, tabs or bars separate too if the
 * header has them. A quoted value may span lines. Lines without any value are passed over.
 */
final class CsvRows implements SourceRows {

  private final BoundedText bounded;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long linesBefore;
  private final CsvHeader header;
  private long lastLine;
  private boolean over;

  private CsvRows(CsvDialect dialect, BoundedText bounded) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(dialect.separator())
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .get();
    this.bounded = bounded;
    this.linesBefore = dialect.lines();
    this.parser = CSVParser.builder().setReader(bounded).setFormat(format).get();
    this.records = parser.iterator();
    this.header = header();
  }

  static CsvRows of(BufferedReader text) throws IOException {
    return new CsvRows(CsvDialect.of(text), new BoundedText(text));
  }

  private CsvHeader header() {
    try {
      while (records.hasNext()) {
        CSVRecord names = records.next();
        lastLine = parser.getCurrentLineNumber();
        if (!CsvHeader.isEmpty(names)) {
          return new CsvHeader(CsvHeader.list(names));
        }
        bounded.nextRow();
      }
      throw new UnusableFile("The file is empty.");
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new UnusableFile("The header of the file " + reason(e) + ".");
    }
  }

  @Override
  public @Nullable SourceRow next() throws IOException {
    while (!over) {
      String place = "line " + (linesBefore + lastLine + 1);
      bounded.nextRow();
      try {
        if (!records.hasNext()) {
          return null;
        }
        CSVRecord csv = records.next();
        lastLine = parser.getCurrentLineNumber();
        if (!CsvHeader.isEmpty(csv)) {
          return header.row(place, csv);
        }
      } catch (UncheckedIOException | IllegalStateException e) {
        over = true;
        return SourceRow.broken(place, reason(e));
      }
    }
    return null;
  }

  /** What the parser could not read, or a failure that is not the file's. */
  private static String reason(RuntimeException e) {
    if (e.getCause() instanceof BoundedText.TooLong tooLong) {
      return String.valueOf(tooLong.getMessage());
    }
    return "has a quote that is not closed; nothing after it can be read";
  }

  @Override
  public Set<String> columns() {
    return header.keys();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
