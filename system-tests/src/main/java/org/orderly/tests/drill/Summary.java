package org.orderly.tests.drill;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rounds by kind. */
final class Summary {
  private static final String LINE = "%-18s %6d %8d %10d %12d %9s%n";

  private static final class Row {
    private final Doubts doubts = new Doubts();
    private int rounds;
    private int orders;

    void add(Round round) {
      rounds++;
      orders += round.orders();
      doubts.add(round.doubts());
    }

    void print(PrintStream out, String name) {
      out.printf(
          LINE, name, rounds, orders, doubts.committed(), doubts.rolledBack(), doubts.longest());
    }
  }

  private final Map<String, Row> rows = new TreeMap<>();
  private final Row all = new Row();

  Summary(List<Round> rounds) {
    for (Round round : rounds) {
      rows.computeIfAbsent(round.plan().name(), name -> new Row()).add(round);
      all.add(round);
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
