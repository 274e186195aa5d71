package org.orderly.server.component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The steps that are under way: for how long, and how long they took the last time. */
public final class StartProgress {
  /** All of a start until the shop is ready; the other steps are parts of it. */
  public static final String START = "Start";

  private static final int BAR = 20;

  private final StepTimes times;
  private final Clock clock;
  private final Map<String, Instant> begun = new LinkedHashMap<>();

  StartProgress(StepTimes times, Clock clock) {
    this.times = times;
    this.clock = clock;
  }

  synchronized Duration begin(String step) {
    begun.put(step, clock.instant());
    return times.expected(step);
  }

  /** The step is done; the next start expects it to take as long. */
  synchronized void end(String step) {
    Instant begin = begun.remove(step);
    if (begin != null) {
      times.took(step, Duration.between(begin, clock.instant()));
      if (begun.isEmpty()) {
        times.write();
      }
    }
  }

  /** The step, or all, ended otherwise. */
  synchronized void drop(String step) {
    begun.remove(step);
  }

  synchronized void dropAll() {
    begun.clear();
  }

  /** Such as {@code [####----------------] 9 s of about 41 s: Server 3 of 30 s}; empty if idle. */
  synchronized String line() {
    if (begun.isEmpty()) {
      return "";
    }
    String whole = begun.containsKey(START) ? START : begun.keySet().iterator().next();
    String parts =
        begun.keySet().stream()
            .filter(step -> !step.equals(START))
            .map(step -> step.equals(whole) ? step : step + " " + seconds(step))
            .collect(Collectors.joining(", "));
    return "  " + bar(whole) + " " + total(whole) + (parts.isEmpty() ? "" : ": " + parts);
  }

  private String bar(String step) {
    long expected = Math.max(1, times.expected(step).toMillis());
    int full = (int) Math.min(BAR - 1, elapsed(step).toMillis() * BAR / expected);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }

  private String total(String step) {
    long elapsed = elapsed(step).toSeconds();
    long expected = rounded(times.expected(step));
    return elapsed <= expected
        ? elapsed + " s of about " + expected + " s"
        : elapsed + " s (" + expected + " s expected)";
  }

  private String seconds(String step) {
    return elapsed(step).toSeconds() + " of " + rounded(times.expected(step)) + " s";
  }

  private static long rounded(Duration time) {
    return Math.max(1, (time.toMillis() + 500) / 1000);
  }

  private Duration elapsed(String step) {
    return Duration.between(begun.get(step), clock.instant());
  }
}
