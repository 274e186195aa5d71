package org.orderly.server.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Comma-separated values with a header (RFC 4180); semicolons and tabs separate too if the header
 * has them. A quoted value may span lines.
 */
final class CsvRows implements ImportRows {

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final int LONGEST_HEADER = 32 * 1024;

  private final BoundedText bounded;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> header;
  private long lastLine;
  private boolean over;

  CsvRows(BufferedReader text) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();
    this.bounded = new BoundedText(text);
    try {
      this.parser = CSVParser.builder().setReader(bounded).setFormat(format).get();
    } catch (BoundedText.TooLong e) {
      throw new ImportFailure("The header of the file " + e.getMessage() + ".");
    } catch (IllegalArgumentException e) {
      throw new ImportFailure("The header of the file is not usable: " + e.getMessage());
    }
    this.header = parser.getHeaderNames();
    this.records = parser.iterator();
    this.lastLine = parser.getCurrentLineNumber();
  }

  @Override
  public ImportRow next() throws IOException {
    if (over) {
      return null;
    }
    String place = "line " + (lastLine + 1);
    bounded.nextRow();
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord csv = records.next();
      lastLine = parser.getCurrentLineNumber();
      return row(place, csv);
    } catch (UncheckedIOException | IllegalStateException e) {
      if (e.getCause() instanceof CharacterCodingException notUtf8) {
        throw notUtf8;
      }
      over = true;
      if (e.getCause() instanceof BoundedText.TooLong tooLong) {
        return ImportRow.broken(place, tooLong.getMessage());
      }
      return ImportRow.broken(
          place, "has a quote that is not closed; nothing after it can be read");
    }
  }

  private ImportRow row(String place, CSVRecord csv) {
    if (csv.size() != header.size()) {
      return ImportRow.broken(
          place, "has " + csv.size() + " values, the header has " + header.size() + " names");
    }
    ObjectNode values = JsonText.MAPPER.createObjectNode();
    for (int i = 0; i < header.size(); i++) {
      if (!csv.get(i).isEmpty()) {
        values.put(header.get(i), csv.get(i));
      }
    }
    return ImportRow.of(place, values);
  }

  private static char separator(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    char[] start = new char[LONGEST_HEADER - 1];
    int length = Math.max(0, text.read(start));
    text.reset();
    String header = new String(start, 0, length).lines().findFirst().orElse("");
    char most = SEPARATORS[0];
    for (char separator : SEPARATORS) {
      if (count(header, separator) > count(header, most)) {
        most = separator;
      }
    }
    return most;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
