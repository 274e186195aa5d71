package org.orderly.tests.drill;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Branches that were in doubt, and how they ended. */
final class InDoubtSummary {
  private final Map<String, Integer> counts = new TreeMap<>();
  private int committed;
  private int rolledBack;
  private long longestMillis;

  void add(String database, boolean isCommitted, long millis) {
    counts.merge(database + (isCommitted ? " committed" : " rolled back"), 1, Integer::sum);
    committed += isCommitted ? 1 : 0;
    rolledBack += isCommitted ? 0 : 1;
    longestMillis = Math.max(longestMillis, millis);
  }

  void add(InDoubtSummary others) {
    others.counts.forEach((what, count) -> counts.merge(what, count, Integer::sum));
    committed += others.committed;
    rolledBack += others.rolledBack;
    longestMillis = Math.max(longestMillis, others.longestMillis);
  }

  int committed() {
    return committed;
  }

  int rolledBack() {
    return rolledBack;
  }

  String longest() {
    return String.format(Locale.ROOT, "%.1f s", longestMillis / 1000.0);
  }

  @Override
  public String toString() {
    if (counts.isEmpty()) {
      return "nothing in doubt";
    }
    StringBuilder text = new StringBuilder("in doubt:");
    counts.forEach(
        (what, count) -> text.append(' ').append(count).append(" in ").append(what).append(','));
    return text + " longest " + longest();
  }
}
