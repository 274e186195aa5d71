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
final class Drill implements AutoCloseable {
  private static final int MANY = 50;

  private final Options options;
  private final PrintStream out;
  private final Path folder;
  private final Site site;
  private final Ground ground;
  private final List<Round> rounds = new ArrayList<>();

  private Drill(Options options, PrintStream out) throws Exception {
    this.options = options;
    this.out = out;
    this.folder = folder(options);
    Instant begin = Instant.now();
    out.printf("Drill with seed %d in %s%n", options.seed(), folder);
    this.site = new Site(folder, options.instances());
    try {
      if (options.rounds() >= MANY) {
        site.startFaster();
      }
      this.ground = new Ground(site, options.clients(), options.seed());
    } catch (Exception e) {
      site.close();
      throw e;
    }
    out.printf(Locale.ROOT, "Ready in %.1f s%n", seconds(begin));
  }

  static boolean run(Options options, PrintStream out) throws Exception {
    return run(options, out, null);
  }

  private static RoundPlan plan(Options options, int number) {
    return options.alive()
        ? RoundPlan.alive(options.seed(), number, options.instances())
        : RoundPlan.of(options.seed(), number, options.instances());
  }

  /**
   * @param plans the rounds, or {@code null} for those of the seed
   * @return whether all were proven
   */
  static boolean run(Options options, PrintStream out, List<RoundPlan> plans) throws Exception {
    boolean proven = true;
    Path folder;
    try (Drill drill = new Drill(options, out)) {
      folder = drill.folder;
      for (int number = 1; proven && number <= options.rounds(); number++) {
        RoundPlan plan = plans == null ? plan(options, number) : plans.get(number - 1);
        proven = drill.round(plan);
      }
      new Summary(drill.rounds).print(out);
    }
    if (proven && !options.keep()) {
      delete(folder);
    }
    out.println(proven ? "Proven." : "FAILED; the folder is kept: " + folder);
    return proven;
  }

  private boolean round(RoundPlan plan) throws Exception {
    Round round = ground.play(plan);
    rounds.add(round);
    out.println(round);
    round.differences().forEach(difference -> out.println("    " + difference));
    return round.isProven();
  }

  private static Path folder(Options options) throws IOException {
    if (options.dataDir() == null) {
      return Files.createTempDirectory("orderly-drill-");
    }
    Path folder = Files.createDirectories(options.dataDir()).toAbsolutePath();
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new Undone(folder + " is not empty; a drill begins with nothing");
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
    site.close();
  }
}
