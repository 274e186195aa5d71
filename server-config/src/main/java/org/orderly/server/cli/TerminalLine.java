package org.orderly.server.cli;

import java.io.PrintStream;
import java.util.Optional;

/**
 * The line at the foot of a terminal that is written again and again. It has no colours, and never
 * goes on in a second line, also where the terminal was made narrower meanwhile.
 */
public final class TerminalLine {
  /** Set by {@code ./orderly} if what it prints is read on a terminal: how wide that is. */
  private static final String COLUMNS = "orderly.columns";

  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";
  private static final String ERASE_TO_END = "\u001b[K";

  private final PrintStream out;
  private final int columns;

  public TerminalLine(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Nothing in a pipe, a file or a build server. */
  public static Optional<TerminalLine> of(PrintStream out) {
    int columns = Integer.getInteger(COLUMNS, 0);
    return columns > 0 ? Optional.of(new TerminalLine(out, columns)) : Optional.empty();
  }

  /** In place of what was shown before. */
  public void show(String text) {
    // the last column stays free: there some terminals wrap all the same
    String cut = text.substring(0, Math.min(text.length(), Math.max(0, columns - 1)));
    out.print("\r" + NO_WRAP + cut + ERASE_TO_END + WRAP);
    out.flush();
  }

  public void erase() {
    out.print("\r" + ERASE_TO_END);
    out.flush();
  }
}
