package org.orderly.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.orderly.server.cli.ExitCode;
import org.orderly.tests.bench.client.ClientProcess;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.bench.usage.Memory;

/** The shops of one bench, one or two builds, with the client and what was found so far. */
final class BenchSession implements AutoCloseable {

  /** Two builds take turns, so that a machine that gets slower is no advantage to either. */
  private static final int TURNS = 2;

  private final BenchOptions options;
  private final BenchReport report = new BenchReport(System.out);
  private final BenchResult result;
  private final List<MeasuredShop> subjects = new ArrayList<>();
  private ClientProcess client;
  private boolean closed;

  /** What is measured. */
  interface Measurement {
    void run(BenchSession session) throws SQLException;
  }

  private BenchSession(BenchOptions options, String command) {
    this.options = options;
    this.result = new BenchResult(command, options);
  }

  /** The same as a command: says on standard error why it could not be measured. */
  static int exitCode(String command, BenchOptions options, Measurement measurement) {
    try {
      return run(command, options, measurement) ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | SQLException | RuntimeException e) {
      System.err.println("The bench failed: " + e);
      return ExitCode.FAILED;
    }
  }

  /**
   * Starts the shops, measures, proves the integrity of what they wrote, and writes the files that
   * were asked for.
   *
   * @return whether all was measured and all integrity checks pass
   */
  private static boolean run(String command, BenchOptions options, Measurement measurement)
      throws IOException, SQLException {
    Path folder = Files.createTempDirectory("orderly-bench-");
    boolean ok = false;
    BenchSession session = new BenchSession(options, command);
    Runtime.getRuntime().addShutdownHook(new Thread(session::close, "stop"));
    try (session) {
      session.launch(folder);
      measurement.run(session);
      ok = session.prove();
      session.result.write(options);
    } finally {
      if (!ok) {
        System.err.println("What the shop wrote is in " + folder);
      }
    }
    delete(folder);
    return ok;
  }

  private void launch(Path folder) throws SQLException {
    report.say(
        "bench %s, %d s a row, seed %d, %d processors",
        result.command(),
        options.time().toSeconds(),
        options.seed(),
        Runtime.getRuntime().availableProcessors());
    synchronized (subjects) {
      client = ClientProcess.start();
    }
    launch("now", Path.of(System.getProperty("orderly.dist")), folder);
    options.compared().ifPresent(other -> launch("before", other, folder));
    for (MeasuredShop shop : subjects) {
      shop.prepare();
    }
  }

  private void launch(String name, Path distribution, Path folder) {
    synchronized (subjects) {
      if (closed) {
        throw new BenchFailed("stopped");
      }
      subjects.add(MeasuredShop.launch(name, distribution, folder.resolve(name), client, options));
    }
  }

  List<MeasuredShop> subjects() {
    return subjects;
  }

  BenchReport report() {
    return report;
  }

  BenchResult result() {
    return result;
  }

  /** Warms all shops up for a scenario. */
  void warm(Scenario scenario, Duration most) {
    for (MeasuredShop shop : subjects) {
      WarmUp warmUp = shop.warm(scenario, most);
      String name = shop.shop().name();
      report.say("%s: warmed up for %s: %s", name, scenario.code(), warmUp);
      result.add(new BenchResult.WarmedUp(name, scenario, warmUp));
    }
  }

  /** One row of each shop, in turns; what the first one has reached comes back. */
  BenchRow measure(Scenario scenario, int clients, int rate, long history) throws SQLException {
    List<BenchRow> rows = new ArrayList<>();
    int turns = subjects.size() == 1 ? 1 : TURNS;
    for (int turn = 0; turn < turns; turn++) {
      for (int step = 0; step < subjects.size(); step++) {
        // there and back: what drifts is shared
        int which = turn % 2 == 0 ? step : subjects.size() - 1 - step;
        BenchRow row = subjects.get(which).measure(scenario, clients, rate).with(history);
        if (turn == 0) {
          rows.add(row);
        } else {
          rows.set(which, rows.get(which).plus(row));
        }
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      String name = subjects.get(i).shop().name();
      report.row(subjects.size() == 1 ? "" : name + ": ", rows.get(i));
      result.add(new BenchResult.Measured(name, rows.get(i)));
    }
    if (rows.size() > 1) {
      report.ratio("  now against before", rows.get(0), rows.get(1));
    }
    return rows.get(0);
  }

  private boolean prove() throws SQLException {
    boolean ok = true;
    report.say("");
    for (MeasuredShop shop : subjects) {
      String name = shop.shop().name();
      Memory memory = Memory.of(shop.shop().pid("server"));
      report.say(
          "%s: server %s resident, %s of heap in use after a collection",
          name, memory.resident(), memory.live());
      List<String> broken = shop.broken();
      broken.forEach(check -> report.say("%s: BROKEN %s", name, check));
      result.add(new BenchResult.Proven(name, memory.resident(), memory.live(), broken));
      ok &= broken.isEmpty();
    }
    report.say(
        ok
            ? "All integrity checks pass, and all sums fit."
            : "Integrity checks fail, or sums do not fit.");
    result.ratios().forEach(ratio -> report.say("%-66s %8s", ratio.name(), ratio.value()));
    return ok;
  }

  /** Stops the shops and the client; calling it again does nothing. */
  @Override
  public void close() {
    synchronized (subjects) {
      closed = true;
      subjects.forEach(MeasuredShop::close);
      subjects.clear();
      if (client != null) {
        client.close();
        client = null;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
