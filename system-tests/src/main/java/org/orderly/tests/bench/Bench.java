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

  private final Options options;
  private final Report report = new Report(System.out);
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<Integer, BigDecimal> ours = new HashMap<>();
  private boolean closed;

  private Bench(Options options) {
    this.options = options;
  }

  /**
   * @return whether all was measured and the books are right
   */
  static boolean run(Options options) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("orderly-bench-");
    boolean ok = false;
    Bench bench = new Bench(options);
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
    report.say(
        "Checkout by %s, %d s a row, seed %d, %d processors",
        options.payment().method(),
        options.time().toSeconds(),
        options.seed(),
        Runtime.getRuntime().availableProcessors());
    launch("now", own, folder);
    options.compared().ifPresent(other -> launch("before", other, folder));
    for (Subject subject : subjects) {
      long begin = System.nanoTime();
      subject.prepare(options.clients().stream().mapToInt(n -> n).max().orElse(1));
      report.say(
          "%s: ready, filled and warm in %d s",
          subject.shop().name(), Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
    report.head();
    for (int clients : options.clients()) {
      measure(clients, false);
    }
    for (int clients : options.crowds()) {
      measure(clients, true);
    }
    for (Subject subject : subjects) {
      Counted counted = subject.count(COUNTED_CLIENTS, COUNTED);
      report.counted(subject.shop().name(), counted, options.statements());
    }
    if (options.floor() && options.payment() == Paying.WALLET) {
      floor();
    }
    return prove();
  }

  private void launch(String name, Path distribution, Path folder) {
    synchronized (subjects) {
      if (closed) {
        throw new BenchFailed("stopped");
      }
      subjects.add(Subject.launch(name, distribution, folder.resolve(name), options));
    }
  }

  private void measure(int clients, boolean hot) throws SQLException {
    String who = clients == 1 ? "1 client" : clients + " clients";
    String what = who + (hot ? ", one hot product" : ", two of 1,000");
    List<Row> rows = new ArrayList<>();
    int turns = subjects.size() == 1 ? 1 : TURNS;
    for (int turn = 0; turn < turns; turn++) {
      for (int i = 0; i < subjects.size(); i++) {
        Row row = subjects.get(i).measure(clients, hot, options.time());
        if (turn == 0) {
          rows.add(row);
        } else {
          rows.set(i, rows.get(i).plus(row));
        }
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      String name = subjects.size() == 1 ? what : subjects.get(i).shop().name() + ": " + what;
      report.row(name, rows.get(i));
    }
    if (rows.size() > 1) {
      report.ratio("  now against before", rows.get(0), rows.get(1));
    }
    if (!hot) {
      ours.put(clients, rows.get(0).perSecond());
    }
  }

  private void floor() throws SQLException {
    report.say("");
    report.say("The floor: an order, a line, a payment, a reservation in bare SQL (JDBC), tx/s");
    try (Floor floor = new Floor(subjects.get(0).shop())) {
      Duration time = Duration.ofSeconds(Math.min(FLOOR_SECONDS, options.time().toSeconds()));
      for (int clients : options.crowds()) {
        Map<Floor.Protocol, BigDecimal> found = new HashMap<>();
        floor.run(Floor.Protocol.ONE_ROW_DECIDES, clients, Duration.ofSeconds(2));
        for (Floor.Protocol protocol : Floor.Protocol.values()) {
          long[] done = floor.run(protocol, clients, time);
          found.put(protocol, Row.perSecond(done[0], done[1]));
        }
        tell(clients, found);
      }
    }
  }

  private void tell(int clients, Map<Floor.Protocol, BigDecimal> found) {
    BigDecimal protocol = found.get(Floor.Protocol.ONE_ROW_DECIDES);
    for (Floor.Protocol one : Floor.Protocol.values()) {
      report.say(
          "  %2d clients, %-24s %8s   %sx",
          clients, one.title(), found.get(one), Report.ratio(found.get(one), protocol));
    }
    if (ours.containsKey(clients)) {
      report.say(
          "  %2d clients: checkout has %sx of the floor",
          clients, Report.ratio(ours.get(clients), protocol));
    }
  }

  private boolean prove() {
    boolean ok = true;
    report.say("");
    for (Subject subject : subjects) {
      String name = subject.shop().name();
      Memory memory = Memory.of(subject.shop().pid("server"));
      report.say(
          "%s: server %s resident, %s of heap in use after a collection",
          name, memory.resident(), memory.live());
      List<String> broken = subject.broken();
      broken.forEach(check -> report.say("%s: BROKEN %s", name, check));
      ok &= broken.isEmpty();
    }
    report.say(ok ? "All invariants hold." : "The books are wrong.");
    return ok;
  }

  /** Stops the shops; calling it again does nothing. */
  @Override
  public void close() {
    synchronized (subjects) {
      closed = true;
      subjects.forEach(Subject::close);
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
