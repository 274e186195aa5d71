package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides when a server is warm: its throughput is steady and its compilers are quiet. Both are
 * looked at over some windows, so that one lucky window does not end the warm-up.
 */
final class WarmUp {

  /** How many windows are taken together. */
  static final int TOGETHER = 3;

  /** Percent by which the throughput may still change. */
  private static final int STEADY = 5;

  /** Percent of the server's processor time that the compilers may still take. */
  private static final int QUIET = 5;

  private final Duration most;
  private final List<Window> windows = new ArrayList<>();

  /**
   * @param most at which it ends however the server behaves
   */
  WarmUp(Duration most) {
    this.most = most;
  }

  /**
   * What happened in some seconds.
   *
   * @param done requests
   * @param server milliseconds of processor time
   * @param compilers milliseconds of these
   */
  record Window(long done, long nanos, long server, long compilers) {

    private Window plus(Window other) {
      return new Window(
          done + other.done,
          nanos + other.nanos,
          server + other.server,
          compilers + other.compilers);
    }

    private BigDecimal perSecond() {
      return BenchRow.perSecond(done, nanos);
    }

    private long compilersPercent() {
      return server == 0 ? 0 : compilers * 100 / server;
    }
  }

  void add(Window window) {
    windows.add(window);
  }

  boolean isOver() {
    return (isSteady() && isQuiet()) || lasted().compareTo(most) >= 0;
  }

  /** Whether it ended because the server was warm. */
  boolean isWarm() {
    return isSteady() && isQuiet();
  }

  /** The last windows do as much as those before them, as nearly as matters. */
  private boolean isSteady() {
    return windows.size() >= 2 * TOGETHER
        && change().abs().compareTo(BigDecimal.valueOf(STEADY)) <= 0;
  }

  private boolean isQuiet() {
    return windows.size() >= TOGETHER && last(0).compilersPercent() < QUIET;
  }

  /** Percent of the throughput before; positive while the server still gets faster. */
  private BigDecimal change() {
    BigDecimal before = last(TOGETHER).perSecond();
    if (before.signum() == 0) {
      return BigDecimal.valueOf(100);
    }
    return last(0)
        .perSecond()
        .subtract(before)
        .movePointRight(2)
        .divide(before, 1, RoundingMode.HALF_UP);
  }

  /** The windows together that end so many before the last one. */
  private Window last(int before) {
    int end = windows.size() - before;
    return windows.subList(end - TOGETHER, end).stream()
        .reduce(new Window(0, 0, 0, 0), Window::plus);
  }

  private Duration lasted() {
    return Duration.ofNanos(windows.stream().mapToLong(Window::nanos).sum());
  }

  /** How it ended, for people. */
  @Override
  public String toString() {
    if (windows.size() < 2 * TOGETHER) {
      return "stopped after %d s, too early to tell".formatted(lasted().toSeconds());
    }
    return "%s after %d s: %s requests/s (%s%s %% against the %d s before), compilers %d %% of the server's CPU"
        .formatted(
            isWarm() ? "warm" : "stopped, not warm,",
            lasted().toSeconds(),
            last(0).perSecond(),
            change().signum() < 0 ? "" : "+",
            change(),
            Duration.ofNanos(last(TOGETHER).nanos()).toSeconds(),
            last(0).compilersPercent());
  }
}
