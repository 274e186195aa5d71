package org.orderly.productfiles.row;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the columns of a file are separated.
 *
 * @param lines how many lines before the header say so
 */
record CsvDialect(char separator, int lines) {

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int LONGEST_HEADER = 32 * 1024;

  /** Excel's own line before the header. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\\s*\"?sep=(.)\"?[ \\t,;]*");

  /** Reads the line that names the separator, if there is one; the text goes on after it. */
  static CsvDialect of(BufferedReader text) throws IOException {
    String start = start(text);
    Matcher line = SEPARATOR_LINE.matcher(start.lines().findFirst().orElse(""));
    if (line.matches()) {
      text.readLine();
      return new CsvDialect(line.group(1).charAt(0), 1);
    }
    char most = SEPARATORS[0];
    String header = firstRow(start);
    for (char separator : SEPARATORS) {
      if (count(header, separator) > count(header, most)) {
        most = separator;
      }
    }
    return new CsvDialect(most, 0);
  }

  private static String start(BufferedReader text) throws IOException {
    text.mark(LONGEST_HEADER);
    char[] start = new char[LONGEST_HEADER - 1];
    int length = Math.max(0, text.read(start));
    text.reset();
    return new String(start, 0, length);
  }

  /** The first line that is not blank, without what stands in quotes. */
  private static String firstRow(String start) {
    StringBuilder row = new StringBuilder();
    boolean quoted = false;
    for (char sign : start.stripLeading().toCharArray()) {
      if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && (sign == '\n' || sign == '\r')) {
        break;
      } else if (!quoted) {
        row.append(sign);
      }
    }
    return row.toString();
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }
}
