package org.orderly.tests.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures a checkout of one build, or of two in turns. */
final class Bench implements AutoCloseable {

  private static final int FLOOR_SECONDS = 8;
  private static final int COUNTED_CLIENTS = 8;
  private static final Duration COUNTED = Duration.ofSeconds(8);

  /** Two builds take turns, so that a machine that gets slower is no advantage to either. */
  private static final int TURNS = 2;

  private final BenchOptions benchOptions;
  private final BenchReport benchReport = new BenchReport(System.out);
  private final List<MeasuredShop> subjects = new ArrayList<>();
  private final Map<Integer, BigDecimal> ours = new HashMap<>();
  private boolean closed;

  private Bench(BenchOptions benchOptions) {
    this.benchOptions = benchOptions;
  }

  /**
   * @return whether all was measured and all integrity checks pass
   */
  static boolean run(BenchOptions benchOptions) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("orderly-bench-");
    boolean ok = false;
    Bench bench = new Bench(benchOptions);
    Runtime.getRuntime().addShutdownHook(new Thread(bench::close, "stop"));
    try (bench) {
      ok = bench.measure(folder);
    } finally {
      if (!ok) {
        System.err.println("What the shop wrote is in " + folder);
      }
    }
    delete(folder);
    return ok;
  }

  private boolean measure(Path folder) throws SQLException {
    Path own = Path.of(System.getProperty("orderly.dist"));
    benchReport.say(
        "Checkout by %s, %d s a row, seed %d, %d processors",
        benchOptions.payment().method(),
        benchOptions.time().toSeconds(),
        benchOptions.seed(),
        Runtime.getRuntime().availableProcessors());
    launch("now", own, folder);
    benchOptions.compared().ifPresent(other -> launch("before", other, folder));
    for (MeasuredShop measuredShop : subjects) {
      long begin = System.nanoTime();
      WarmUp warmUp =
          measuredShop.prepare(benchOptions.clients().stream().mapToInt(n -> n).max().orElse(1));
      benchReport.say(
          "%s: ready in %d s; %s",
          measuredShop.shop().name(),
          Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
          warmUp);
    }
    benchReport.head();
    for (int clients : benchOptions.clients()) {
      measure(clients, false);
    }
    for (int clients : benchOptions.crowds()) {
      measure(clients, true);
    }
    for (MeasuredShop measuredShop : subjects) {
      StatementsPerOrder statementsPerOrder = measuredShop.count(COUNTED_CLIENTS, COUNTED);
      benchReport.counted(
          measuredShop.shop().name(), statementsPerOrder, benchOptions.statements());
    }
    if (benchOptions.floor() && benchOptions.payment() == PaymentMode.WALLET) {
      floor();
    }
    return prove();
  }

  private void launch(String name, Path distribution, Path folder) {
    synchronized (subjects) {
      if (closed) {
        throw new BenchFailed("stopped");
      }
      subjects.add(MeasuredShop.launch(name, distribution, folder.resolve(name), benchOptions));
    }
  }

  private void measure(int clients, boolean hot) throws SQLException {
    String who = clients == 1 ? "1 client" : clients + " clients";
    String what = who + (hot ? ", one hot product" : ", two of 1,000");
    List<BenchRow> rows = new ArrayList<>();
    int turns = subjects.size() == 1 ? 1 : TURNS;
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < subjects.size(); i++) {
        BenchRow benchRow = subjects.get(i).measure(clients, hot, benchOptions.time());
        if (turn == 0) {
          rows.add(benchRow);
        } else {
          rows.set(i, rows.get(i).plus(benchRow));
        }
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      String name = subjects.size() == 1 ? what : subjects.get(i).shop().name() + ": " + what;
      benchReport.row(name, rows.get(i));
    }
    if (rows.size() > 1) {
      benchReport.ratio("  now against before", rows.get(0), rows.get(1));
    }
    if (!hot) {
      ours.put(clients, rows.get(0).perSecond());
    }
  }

  private void floor() throws SQLException {
    benchReport.say("");
    benchReport.say(
        "The floor: an order, a line, a payment, a reservation in bare SQL (JDBC), tx/s");
    try (DatabaseFloor databaseFloor = new DatabaseFloor(subjects.get(0).shop())) {
      Duration time = Duration.ofSeconds(Math.min(FLOOR_SECONDS, benchOptions.time().toSeconds()));
      for (int clients : benchOptions.crowds()) {
        Map<DatabaseFloor.Protocol, BigDecimal> found = new HashMap<>();
        databaseFloor.run(DatabaseFloor.Protocol.ONE_ROW_DECIDES, clients, Duration.ofSeconds(2));
        for (DatabaseFloor.Protocol protocol : DatabaseFloor.Protocol.values()) {
          long[] done = databaseFloor.run(protocol, clients, time);
          found.put(protocol, BenchRow.perSecond(done[0], done[1]));
        }
        tell(clients, found);
      }
    }
  }

  private void tell(int clients, Map<DatabaseFloor.Protocol, BigDecimal> found) {
    BigDecimal protocol = found.get(DatabaseFloor.Protocol.ONE_ROW_DECIDES);
    for (DatabaseFloor.Protocol one : DatabaseFloor.Protocol.values()) {
      benchReport.say(
          "  %2d clients, %-24s %8s   %sx",
          clients, one.title(), found.get(one), BenchReport.ratio(found.get(one), protocol));
    }
    if (ours.containsKey(clients)) {
      benchReport.say(
          "  %2d clients: checkout has %sx of the floor",
          clients, BenchReport.ratio(ours.get(clients), protocol));
    }
  }

  private boolean prove() {
    boolean ok = true;
    benchReport.say("");
    for (MeasuredShop measuredShop : subjects) {
      String name = measuredShop.shop().name();
      Memory memory = Memory.of(measuredShop.shop().pid("server"));
      benchReport.say(
          "%s: server %s resident, %s of heap in use after a collection",
          name, memory.resident(), memory.live());
      List<String> broken = measuredShop.broken();
      broken.forEach(check -> benchReport.say("%s: BROKEN %s", name, check));
      ok &= broken.isEmpty();
    }
    benchReport.say(ok ? "All invariants hold." : "The books are wrong.");
    return ok;
  }

  /** Stops the shops; calling it again does nothing. */
  @Override
  public void close() {
    synchronized (subjects) {
      closed = true;
      subjects.forEach(MeasuredShop::close);
      subjects.clear();
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
