package org.orderly.server.component;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.orderly.server.cli.TerminalLine;
import org.orderly.server.setup.DataFolder;

/**
 * The output of the launcher for the person at the terminal: what is being done, and how long it
 * took. What is under way moves in the last line of a terminal; elsewhere, what takes long is
 * announced.
 */
public final class LaunchConsole {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Executor EACH_QUARTER =
      CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS, SupervisedComponent.THREADS);

  private final PrintStream out;
  private final StartProgress startProgress;
  private final Optional<TerminalLine> foot;
  private boolean painting;

  public LaunchConsole(PrintStream out, StartProgress startProgress, Optional<TerminalLine> foot) {
    this.out = out;
    this.startProgress = startProgress;
    this.foot = foot;
  }

  /** Without steps that take long. */
  public LaunchConsole(PrintStream out) {
    this(out, new StartProgress(StepTimes.usual(), Clock.systemUTC()), Optional.empty());
  }

  /** For a start on this folder, whose steps are known from the last one. */
  public static LaunchConsole of(DataFolder folder) {
    StartProgress startProgress = new StartProgress(new StepTimes(folder), Clock.systemUTC());
    return new LaunchConsole(System.out, startProgress, TerminalLine.of(System.out));
  }

  public static LaunchConsole quiet() {
    return new LaunchConsole(new PrintStream(PrintStream.nullOutputStream()));
  }

  public synchronized void say(String line) {
    foot.ifPresent(TerminalLine::erase);
    out.println(line);
    out.flush();
    paint();
  }

  /** The step is under way from now on, until it is told or dropped. */
  public synchronized void begin(String what) {
    Duration expected = startProgress.begin(what);
    boolean isLong = expected.compareTo(LONG) >= 0 && !what.equals(StartProgress.START);
    if (foot.isEmpty() && isLong) {
      say(String.format(Locale.ROOT, "  %-12s takes about %d s", what, expected.toSeconds()));
    }
    if (foot.isPresent() && !painting) {
      painting = true;
      repaint();
    }
  }

  public void step(String what, String outcome, Duration took) {
    done(what);
    say(String.format(Locale.ROOT, "  %-12s %-34s %6s", what, outcome, seconds(took)));
  }

  /** The step has ended well, without a line of its own. */
  public synchronized void done(String what) {
    startProgress.end(what);
    paint();
  }

  /** A step, begun or not, has failed. */
  public synchronized void drop(String what) {
    startProgress.drop(what);
    paint();
  }

  /** Nothing is under way any more, however far it was. */
  public synchronized void dropAll() {
    startProgress.dropAll();
    paint();
  }

  private synchronized void repaint() {
    painting = !startProgress.line().isEmpty();
    if (painting) {
      paint();
      EACH_QUARTER.execute(this::repaint);
    }
  }

  private void paint() {
    String line = startProgress.line();
    foot.ifPresent(
        terminal -> {
          if (line.isEmpty()) {
            terminal.erase();
          } else {
            terminal.show(line);
          }
        });
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
