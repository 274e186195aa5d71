package org.orderly.server.importer;

import java.io.PrintStream;
import java.util.Optional;
import org.orderly.server.cli.TerminalLine;

/** Shows how far an import is: a bar on a terminal, a line now and then anywhere else. */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final int STEP = 10;

  private final PrintStream out;
  private final Optional<TerminalLine> terminal;
  private int told = -1;

  ProgressBar(PrintStream out, Optional<TerminalLine> terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static ProgressBar silent() {
    return new ProgressBar(new PrintStream(PrintStream.nullOutputStream()), Optional.empty());
  }

  void show(int percent, String counts) {
    if (terminal.isPresent()) {
      int full = percent * WIDTH / 100;
      String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
      terminal.get().show(String.format("  [%s] %3d %%  %s", bar, percent, counts));
    } else if (percent / STEP > told) {
      told = percent / STEP;
      out.printf("  %3d %%  %s%n", percent, counts);
    }
  }

  void finish() {
    if (terminal.isPresent()) {
      out.println();
    }
  }
}
