package org.orderly.tests.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Rounds of load and loss, until one fails or all are proven. */
public final class Drill implements AutoCloseable {
  private static final int MANY = 50;

  private final DrillOptions drillOptions;
  private final PrintStream out;
  private final Path folder;
  private final DrillSite drillSite;
  private final DrillEnvironment drillEnvironment;
  private final List<DrillRound> rounds = new ArrayList<>();

  private Drill(DrillOptions drillOptions, PrintStream out) throws Exception {
    this.drillOptions = drillOptions;
    this.out = out;
    this.folder = folder(drillOptions);
    Instant begin = Instant.now();
    out.printf("Drill with seed %d in %s%n", drillOptions.seed(), folder);
    this.drillSite = new DrillSite(folder, drillOptions.instances(), drillOptions.distribution());
    try {
      if (drillOptions.rounds() >= MANY) {
        drillSite.startFaster();
      }
      this.drillEnvironment =
          new DrillEnvironment(drillSite, drillOptions.clients(), drillOptions.seed());
    } catch (Exception e) {
      drillSite.close();
      throw e;
    }
    out.printf(Locale.ROOT, "Ready in %.1f s%n", seconds(begin));
  }

  /**
   * Runs the rounds of the seed.
   *
   * @param out hears of each round
   */
  public static DrillResult run(DrillOptions drillOptions, PrintStream out) throws Exception {
    return run(drillOptions, out, null);
  }

  private static RoundPlan plan(DrillOptions drillOptions, int number) {
    return drillOptions.alive()
        ? RoundPlan.alive(drillOptions.seed(), number, drillOptions.instances())
        : RoundPlan.of(drillOptions.seed(), number, drillOptions.instances());
  }

  /**
   * @param plans the rounds, or {@code null} for those of the seed
   */
  static DrillResult run(DrillOptions drillOptions, PrintStream out, List<RoundPlan> plans)
      throws Exception {
    boolean proven = true;
    Path folder;
    DrillResult result;
    try (Drill drill = new Drill(drillOptions, out)) {
      folder = drill.folder;
      for (int number = 1; proven && number <= drillOptions.rounds(); number++) {
        RoundPlan plan = plans == null ? plan(drillOptions, number) : plans.get(number - 1);
        proven = drill.round(plan);
      }
      new DrillSummary(drill.rounds).print(out);
      result = new DrillResult(proven, drill.rounds.size(), drill.lastDifferences());
    }
    if (proven && !drillOptions.keep()) {
      delete(folder);
    }
    out.println(proven ? "Proven." : "FAILED; the folder is kept: " + folder);
    return result;
  }

  private List<String> lastDifferences() {
    return rounds.isEmpty() ? List.of() : rounds.get(rounds.size() - 1).differences();
  }

  private boolean round(RoundPlan plan) throws Exception {
    DrillRound drillRound = drillEnvironment.play(plan);
    rounds.add(drillRound);
    out.println(drillRound);
    drillRound.differences().forEach(difference -> out.println("    " + difference));
    return drillRound.isProven();
  }

  private static Path folder(DrillOptions drillOptions) throws IOException {
    if (drillOptions.dataDir() == null) {
      return Files.createTempDirectory("orderly-drill-");
    }
    Path folder = Files.createDirectories(drillOptions.dataDir()).toAbsolutePath();
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new ConditionNotMet(folder + " is not empty; a drill begins with nothing");
      }
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static double seconds(Instant begin) {
    return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
  }

  @Override
  public void close() {
    drillSite.close();
  }
}
