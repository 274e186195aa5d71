package org.orderly.tests.drill;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rounds by kind. */
final class DrillSummary {
  private static final String LINE = "%-18s %6d %8d %10d %12d %9s%n";

  private static final class Row {
    private final InDoubtSummary inDoubtSummary = new InDoubtSummary();
    private int rounds;
    private int orders;

    void add(DrillRound drillRound) {
      rounds++;
      orders += drillRound.orders();
      inDoubtSummary.add(drillRound.doubts());
    }

    void print(PrintStream out, String name) {
      out.printf(
          LINE,
          name,
          rounds,
          orders,
          inDoubtSummary.committed(),
          inDoubtSummary.rolledBack(),
          inDoubtSummary.longest());
    }
  }

  private final Map<String, Row> rows = new TreeMap<>();
  private final Row all = new Row();

  DrillSummary(List<DrillRound> rounds) {
    for (DrillRound drillRound : rounds) {
      rows.computeIfAbsent(drillRound.plan().name(), name -> new Row()).add(drillRound);
      all.add(drillRound);
    }
  }

  void print(PrintStream out) {
    out.printf(
        "%n%-18s %6s %8s %10s %12s %9s%n",
        "kind", "rounds", "orders", "committed", "rolled back", "longest");
    rows.forEach((name, row) -> row.print(out, name));
    all.print(out, "all");
    out.println(
        "(branches in doubt that the resolver committed and rolled back; longest in doubt)");
  }
}
