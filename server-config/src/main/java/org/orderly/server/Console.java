package org.orderly.server;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.orderly.server.cli.TerminalLine;

/**
 * What the person at the terminal reads: what is being done, and how long it took. What is under
 * way moves in the last line of a terminal; elsewhere, what takes long is announced.
 */
final class Console {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Executor EACH_QUARTER =
      CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS, Supervised.THREADS);

  private final PrintStream out;
  private final Progress progress;
  private final Optional<TerminalLine> foot;
  private boolean painting;

  Console(PrintStream out, Progress progress, Optional<TerminalLine> foot) {
    this.out = out;
    this.progress = progress;
    this.foot = foot;
  }

  /** Without steps that take long. */
  Console(PrintStream out) {
    this(out, new Progress(StepTimes.usual(), Clock.systemUTC()), Optional.empty());
  }

  /** For a start on this folder, whose steps are known from the last one. */
  static Console of(DataFolder folder) {
    Progress progress = new Progress(new StepTimes(folder), Clock.systemUTC());
    return new Console(System.out, progress, TerminalLine.of(System.out));
  }

  static Console quiet() {
    return new Console(new PrintStream(PrintStream.nullOutputStream()));
  }

  synchronized void say(String line) {
    foot.ifPresent(TerminalLine::erase);
    out.println(line);
    out.flush();
    paint();
  }

  /** The step is under way from now on, until it is told or dropped. */
  synchronized void begin(String what) {
    Duration expected = progress.begin(what);
    boolean isLong = expected.compareTo(LONG) >= 0 && !what.equals(Progress.START);
    if (foot.isEmpty() && isLong) {
      say(String.format(Locale.ROOT, "  %-12s takes about %d s", what, expected.toSeconds()));
    }
    if (foot.isPresent() && !painting) {
      painting = true;
      repaint();
    }
  }

  void step(String what, String outcome, Duration took) {
    done(what);
    say(String.format(Locale.ROOT, "  %-12s %-34s %6s", what, outcome, seconds(took)));
  }

  /** The step has ended well, without a line of its own. */
  synchronized void done(String what) {
    progress.end(what);
    paint();
  }

  /** A step, begun or not, has failed. */
  synchronized void drop(String what) {
    progress.drop(what);
    paint();
  }

  /** Nothing is under way any more, however far it was. */
  synchronized void dropAll() {
    progress.dropAll();
    paint();
  }

  private synchronized void repaint() {
    painting = !progress.line().isEmpty();
    if (painting) {
      paint();
      EACH_QUARTER.execute(this::repaint);
    }
  }

  private void paint() {
    String line = progress.line();
    foot.ifPresent(
        terminal -> {
          if (line.isEmpty()) {
            terminal.erase();
          } else {
            terminal.show(line);
          }
        });
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
