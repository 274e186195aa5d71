package org.orderly.tests.drill.history;

import java.util.List;

/**
 * The result of a check.
 *
 * @param differences what no order of events explains, in words
 * @param operations how many changes and readings of counters were explained
 * @param undecided the counters with too many possible orders to try them all
 */
public record HistoryReport(List<String> differences, int operations, List<String> undecided) {
  public HistoryReport {
    differences = List.copyOf(differences);
    undecided = List.copyOf(undecided);
  }
}
