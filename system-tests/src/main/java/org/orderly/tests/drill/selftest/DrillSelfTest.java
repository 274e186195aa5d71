package org.orderly.tests.drill.selftest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.orderly.server.setup.Distribution;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.tests.drill.ConditionNotMet;
import org.orderly.tests.drill.Drill;
import org.orderly.tests.drill.DrillOptions;
import org.orderly.tests.drill.DrillResult;
import org.orderly.tests.load.ShopClient;

/** Runs the drill against one broken copy after the other, until it notices each. */
final class DrillSelfTest {
  private final DrillOptions drillOptions;
  private final Path folder;
  private final BrokenDistribution brokenDistribution;
  private final PrintStream out;

  /**
   * @param drillOptions of each drill, but for its folder and the number of its servers
   * @param home the clone
   */
  DrillSelfTest(DrillOptions drillOptions, Path home, Path folder, PrintStream out) {
    this.drillOptions = drillOptions;
    this.folder = folder;
    this.brokenDistribution =
        new BrokenDistribution(drillOptions.distribution(), new ModuleSources(home), folder);
    this.out = out;
  }

  /** Returns whether all were noticed. */
  boolean run(List<Breakage> breakages) throws Exception {
    Files.createDirectories(folder);
    List<SelfTestResult> results = new ArrayList<>();
    for (Breakage breakage : breakages) {
      SelfTestResult result = run(breakage);
      results.add(result);
      out.println(result);
    }
    out.println("\n" + SelfTestResult.HEADER);
    results.forEach(out::println);
    return results.stream().allMatch(SelfTestResult::noticed);
  }

  private SelfTestResult run(Breakage breakage) throws Exception {
    Instant begin = Instant.now();
    Distribution broken = brokenDistribution.with(breakage);
    Path data = FolderTree.empty(folder.resolve("data"));
    Path log = folder.resolve(breakage.name() + ".log");
    DrillResult result;
    try (PrintStream words = new PrintStream(log.toFile())) {
      result = Drill.run(drillOptions.in(data, broken, breakage.instances()), words);
    } catch (LaunchFailure | ConditionNotMet | ShopClient.Refused e) {
      return result(breakage, false, 0, "no round was played: " + e.getMessage(), begin);
    }
    keepReport(breakage, data);
    return result(
        breakage,
        !result.proven(),
        result.rounds(),
        DifferenceKinds.of(result.differences()),
        begin);
  }

  private static SelfTestResult result(
      Breakage breakage, boolean noticed, int round, String check, Instant begin) {
    return new SelfTestResult(
        breakage, noticed, round, check, Duration.between(begin, Instant.now()));
  }

  /** What the failed round left, without its databases. */
  private void keepReport(Breakage breakage, Path data) throws IOException {
    Path reports = folder.resolve("reports").resolve(breakage.name());
    FolderTree.delete(reports);
    Files.createDirectories(reports.getParent());
    try (DirectoryStream<Path> failed = Files.newDirectoryStream(data, "failed-round-*")) {
      for (Path report : failed) {
        Files.move(report, reports);
      }
    }
    FolderTree.delete(data);
  }
}
