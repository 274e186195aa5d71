package org.orderly.server.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A terminal of some columns, as far as we use one: new lines, returns, erasing to the end of a
 * line, and wrapping, which can be off. It refuses everything else, such as colours.
 */
public final class FakeTerminal {
  private static final char ESCAPE = '\u001b';

  private final int columns;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final List<StringBuilder> lines = new ArrayList<>();
  private int column;
  private boolean wraps = true;

  public FakeTerminal(int columns) {
    this.columns = columns;
  }

  public PrintStream stream() {
    return new PrintStream(written, true, StandardCharsets.UTF_8);
  }

  /** What a person sees now, without the spaces at the ends. */
  public List<String> screen() {
    lines.clear();
    lines.add(new StringBuilder());
    column = 0;
    String text = written.toString(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == ESCAPE) {
        i += control(text.substring(i + 1));
      } else if (sign == '\r') {
        column = 0;
      } else if (sign == '\n') {
        newLine();
      } else {
        put(sign);
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  private int control(String rest) {
    if (rest.startsWith("[K")) {
      last().setLength(Math.min(column, last().length()));
      return 2;
    }
    if (rest.startsWith("[?7l") || rest.startsWith("[?7h")) {
      wraps = rest.startsWith("[?7h");
      return 4;
    }
    throw new AssertionError("an unknown control sequence: " + rest.split("[a-zA-Z]")[0]);
  }

  private void put(char sign) {
    if (column == columns) {
      if (!wraps) {
        column--;
      } else {
        newLine();
      }
    }
    while (last().length() <= column) {
      last().append(' ');
    }
    last().setCharAt(column++, sign);
  }

  private void newLine() {
    lines.add(new StringBuilder());
    column = 0;
  }

  private StringBuilder last() {
    return lines.get(lines.size() - 1);
  }
}
