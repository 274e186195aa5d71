package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderly.tests.bench.floor.DatabaseFloor.Protocol;

/** The ratios of a run; they say more than its figures, which are those of one machine. */
final class Ratios {

  private final BenchResult result;
  private final List<Ratio> all = new ArrayList<>();

  Ratios(BenchResult result) {
    this.result = result;
  }

  List<Ratio> all() {
    for (int clients : result.options().clients()) {
      toFloor(clients);
      toSpread(clients);
      toBare(clients);
      toBefore(clients);
    }
    drift();
    flatness();
    return all;
  }

  /** One client alone gives a shop no groups to commit. */
  private void toFloor(int clients) {
    Optional<BigDecimal> ours = result.perSecond(Scenario.SPREAD, clients);
    add(
        clients,
        "orders against the same protocol over JDBC",
        ours,
        result.floor(Protocol.ONE_ROW_DECIDES, clients));
    add(
        clients,
        "orders against groups of 32 over JDBC",
        clients == 1 ? Optional.empty() : ours,
        result.floor(Protocol.GROUPS, clients));
  }

  private void toSpread(int clients) {
    Optional<BigDecimal> spread = result.perSecond(Scenario.SPREAD, clients);
    add(
        clients,
        "one hot product against a thousand",
        result.perSecond(Scenario.HOT, clients),
        spread);
    add(
        clients,
        "refusals of a sold-out product against orders",
        result.perSecond(Scenario.SOLD_OUT, clients),
        spread);
    add(clients, "orders by card against all", result.perSecond(Scenario.CARD, clients), spread);
  }

  private void toBare(int clients) {
    Optional<BigDecimal> bare = result.perSecond(Scenario.BARE, clients);
    for (Scenario scenario : Scenario.READS) {
      if (scenario != Scenario.BARE) {
        add(
            clients,
            scenario.title() + " against a bare resource",
            result.perSecond(scenario, clients),
            bare);
      }
    }
  }

  private void toBefore(int clients) {
    for (Scenario scenario : Scenario.values()) {
      Optional<BenchRow> now = result.row("now", scenario, clients);
      Optional<BenchRow> before = result.row("before", scenario, clients);
      String what = scenario.code() + ", now against before: ";
      add(
          clients,
          what + "a second",
          now.map(BenchRow::perSecond),
          before.map(BenchRow::perSecond));
      add(clients, what + "p50", now.map(Ratios::median), before.map(Ratios::median));
      add(clients, what + "CPU of the server", now.map(Ratios::server), before.map(Ratios::server));
    }
  }

  private static BigDecimal median(BenchRow row) {
    return row.latencies().percentile(50);
  }

  private static BigDecimal server(BenchRow row) {
    return row.perRequest(row.used().server());
  }

  private static BigDecimal server(BenchResult.Measured measured) {
    return server(measured.row());
  }

  private void add(int clients, String name, Optional<BigDecimal> one, Optional<BigDecimal> other) {
    if (one.isPresent() && other.isPresent()) {
      String who = clients == 1 ? "1 client: " : clients + " clients: ";
      all.add(Ratio.of(who + name, one.get(), other.get()));
    }
  }

  /** By how much the machine has changed while the rows ran. */
  private void drift() {
    for (BenchResult.Floor after : result.floors()) {
      result.floors().stream()
          .filter(before -> after.after() && !before.after())
          .filter(before -> before.protocol() == after.protocol())
          .filter(before -> before.clients() == after.clients())
          .forEach(
              before ->
                  add(
                      after.clients(),
                      "floor (" + after.protocol().title() + "), after against before",
                      Optional.of(after.perSecond()),
                      Optional.of(before.perSecond())));
    }
  }

  /** What an order costs the server with so many in the tables, against the first such row. */
  private void flatness() {
    for (String variant : List.of("now", "before")) {
      List<BenchResult.Measured> filled =
          result.rows().stream()
              .filter(one -> one.variant().equals(variant) && one.row().history() > 0)
              .toList();
      for (int i = 1; i < filled.size(); i++) {
        BenchRow row = filled.get(i).row();
        String name =
            "%s: %,d orders in the tables against %,d: "
                .formatted(variant, row.history(), filled.get(0).row().history());
        all.add(Ratio.of(name + "CPU of the server", server(filled.get(i)), server(filled.get(0))));
        all.add(Ratio.of(name + "CPU of PostgreSQL", postgres(row), postgres(filled.get(0).row())));
        all.add(Ratio.of(name + "a second", row.perSecond(), filled.get(0).row().perSecond()));
      }
    }
  }

  private static BigDecimal postgres(BenchRow row) {
    return row.perRequest(row.used().postgres());
  }
}
