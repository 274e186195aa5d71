package org.orderly.server.importer;

import java.io.PrintStream;

/** Shows how far an import is: a bar on a terminal, a line now and then anywhere else. */
final class ProgressBar {

  private static final int WIDTH = 30;
  private static final int STEP = 10;

  private final PrintStream out;
  private final boolean terminal;
  private int told = -1;

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static ProgressBar silent() {
    return new ProgressBar(new PrintStream(PrintStream.nullOutputStream()), false);
  }

  void show(int percent, String counts) {
    if (terminal) {
      int full = percent * WIDTH / 100;
      String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
      out.printf("\r  [%s] %3d %%  %s\u001b[K", bar, percent, counts);
      out.flush();
    } else if (percent / STEP > told) {
      told = percent / STEP;
      out.printf("  %3d %%  %s%n", percent, counts);
    }
  }

  void finish() {
    if (terminal) {
      out.println();
    }
  }
}
