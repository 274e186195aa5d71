package org.orderly.tests.drill;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects in words where two lists of rows that should be the same are not. */
public final class RowComparison {
  private static final int TOLD = 20;

  private final List<String> differences = new ArrayList<>();

  public void add(String difference) {
    differences.add(difference);
  }

  /** Order does not matter; how often each row is there does. */
  public void same(String what, Collection<String> expected, Collection<String> found) {
    Map<String, Integer> balance = new HashMap<>();
    expected.forEach(row -> balance.merge(row, -1, Integer::sum));
    found.forEach(row -> balance.merge(row, 1, Integer::sum));
    balance.values().removeIf(count -> count == 0);
    balance.entrySet().stream()
        .limit(TOLD)
        .forEach(entry -> add(what + said(entry.getValue()) + entry.getKey()));
    if (balance.size() > TOLD) {
      add(what + " and " + (balance.size() - TOLD) + " more differences");
    }
  }

  private static String said(int balance) {
    return switch (balance) {
      case -1 -> " is missing: ";
      case 1 -> " is too much: ";
      default -> (balance < 0 ? " is missing " : " is too much ") + Math.abs(balance) + " times: ";
    };
  }

  public List<String> differences() {
    return List.copyOf(differences);
  }
}
