package org.orderly.web.orders;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Rows of comma separated values (RFC 4180), safe to open in a spreadsheet: text that it would
 * calculate gets an apostrophe before it, which shows that it is text.
 */
final class Csv {

  private static final Pattern CALCULATED =
      Pattern.compile("^\\s*[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\\r\\n]");

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
    if (CALCULATED.matcher(text).matches() && !NUMBER.matcher(text).matches()) {
      text = "'" + text;
    }
    return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
