package org.orderly.web.orders;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Rows of comma separated values (RFC 4180), safe to open in a spreadsheet: text that it would
 * calculate gets an apostrophe before it, which shows that it is text.
 *
 * <p>Spreadsheets that split at semicolons or tabs, as many do by their locale, see a cell of their
 * own after each of them; so the beginning of every such piece is marked. They skip blanks of any
 * kind and invisible characters, and take full-width signs for plain ones.
 */
final class Csv {

  /** Tells spreadsheets on Windows that the file is UTF-8; to be written once, before all rows. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Where a mark belongs: before what would be calculated if it stood in a cell of its own. */
  private static final Pattern CALCULATED =
      Pattern.compile(
          "(?:^|(?<=[;|\\t\\r\\n]))(?=[\\p{Z}\\p{C}\\s'\"]*"
              + "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE62\uFE63\uFE66\uFE6B])|^(?=[\\t\\r\\n])");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n]");

  private Csv() {}

  /** Writes one row; {@code null} is an empty cell. */
  static void row(Writer out, Collection<?> cells) throws IOException {
    String separator = "";
    for (Object cell : cells) {
      out.append(separator).append(cell(cell));
      separator = ",";
    }
    out.append("\r\n");
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    if (!NUMBER.matcher(text).matches()) {
      text = CALCULATED.matcher(text).replaceAll("'");
    }
    return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
