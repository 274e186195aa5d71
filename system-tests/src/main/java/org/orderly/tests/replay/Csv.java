package org.orderly.tests.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated rows (RFC 4180): fields in quotes may hold commas, line ends and quotes. */
final class Csv {

  private final BufferedReader source;

  Csv(BufferedReader source) {
    this.source = source;
  }

  /** The fields of the next row; {@code null} at the end. */
  List<String> next() throws IOException {
    String line = source.readLine();
    if (line == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length()) {
        String more = quoted ? source.readLine() : null;
        if (more == null) {
          break;
        }
        line = more;
        field.append('\n');
        i = -1;
        continue;
      }
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
