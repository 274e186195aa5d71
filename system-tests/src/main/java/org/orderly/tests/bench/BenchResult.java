package org.orderly.tests.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderly.tests.bench.floor.DatabaseFloor.Protocol;
import org.orderly.tests.bench.usage.StatementsPerOrder;

/** Everything that a bench has found, as far as it has come. */
final class BenchResult {

  private final String command;
  private final BenchOptions options;
  private final Instant began = Instant.now();
  private final List<WarmedUp> warmUps = new ArrayList<>();
  private final List<Measured> rows = new ArrayList<>();
  private final List<Floor> floors = new ArrayList<>();
  private final List<Counted> counts = new ArrayList<>();
  private final List<Proven> proofs = new ArrayList<>();

  BenchResult(String command, BenchOptions options) {
    this.command = command;
    this.options = options;
  }

  /** How the warm-up of one shop ended. */
  record WarmedUp(String variant, Scenario scenario, WarmUp warmUp) {}

  /** A row of one shop. */
  record Measured(String variant, BenchRow row) {}

  /** What the databases alone can do. */
  record Floor(Protocol protocol, int clients, boolean after, BigDecimal perSecond) {}

  /** What the databases of one shop were asked. */
  record Counted(String variant, int clients, StatementsPerOrder counts) {}

  /** What the end has shown about one shop. */
  record Proven(String variant, String resident, String live, List<String> broken) {}

  void add(WarmedUp one) {
    warmUps.add(one);
  }

  void add(Measured one) {
    rows.add(one);
  }

  void add(Floor one) {
    floors.add(one);
  }

  void add(Counted one) {
    counts.add(one);
  }

  void add(Proven one) {
    proofs.add(one);
  }

  String command() {
    return command;
  }

  BenchOptions options() {
    return options;
  }

  Instant began() {
    return began;
  }

  List<WarmedUp> warmUps() {
    return warmUps;
  }

  List<Measured> rows() {
    return rows;
  }

  List<Floor> floors() {
    return floors;
  }

  List<Counted> counts() {
    return counts;
  }

  List<Proven> proofs() {
    return proofs;
  }

  List<Ratio> ratios() {
    return new Ratios(this).all();
  }

  /** Of this build under closed load, without filled tables. */
  Optional<BigDecimal> perSecond(Scenario scenario, int clients) {
    return row("now", scenario, clients).map(BenchRow::perSecond);
  }

  Optional<BenchRow> row(String variant, Scenario scenario, int clients) {
    return rows.stream()
        .filter(one -> one.variant().equals(variant))
        .map(Measured::row)
        .filter(row -> row.scenario() == scenario && row.clients() == clients)
        .filter(row -> row.rate() == 0 && row.history() == 0)
        .findFirst();
  }

  /** The mean of what was measured before the rows and after them. */
  Optional<BigDecimal> floor(Protocol protocol, int clients) {
    List<BigDecimal> found =
        floors.stream()
            .filter(floor -> floor.protocol() == protocol)
            .filter(floor -> floor.clients() == clients || protocol == Protocol.GROUPS)
            .map(Floor::perSecond)
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            found.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(found.size()), 1, RoundingMode.HALF_UP));
  }

  /** Writes the files that were asked for. */
  void write(BenchOptions asked) throws IOException {
    HostDescription machine = HostDescription.here();
    if (asked.result().isPresent()) {
      Files.writeString(asked.result().get(), new ResultFile(this, machine).text());
    }
    if (asked.markdown().isPresent()) {
      Files.writeString(asked.markdown().get(), new MarkdownReport(this, machine).text());
    }
  }
}
