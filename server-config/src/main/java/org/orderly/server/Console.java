package org.orderly.server;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads: what is being done, and how long it took. */
final class Console {
  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  static Console quiet() {
    return new Console(new PrintStream(PrintStream.nullOutputStream()));
  }

  synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  void step(String what, String outcome, Duration took) {
    say(String.format(Locale.ROOT, "  %-12s %-34s %6s", what, outcome, seconds(took)));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
