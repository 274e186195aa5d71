package org.orderly.tests.drill.selftest;

import java.util.List;
import java.util.regex.Pattern;

/** Which checks have failed, without the names of the rows that differ. */
final class DifferenceKinds {
  private static final int MOST = 3;
  private static final Pattern NAMES =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|drill-\\d+-\\d+|\\d+");

  private DifferenceKinds() {}

  static String of(List<String> differences) {
    List<String> kinds = differences.stream().map(DifferenceKinds::kind).distinct().toList();
    String first = String.join("; ", kinds.subList(0, Math.min(MOST, kinds.size())));
    return kinds.size() > MOST ? first + " and " + (kinds.size() - MOST) + " more" : first;
  }

  private static String kind(String difference) {
    if (difference.contains("no order of events explains")) {
      return "history of " + (difference.startsWith("stock") ? "a product" : "a wallet");
    }
    String head = difference.split(": ", 2)[0];
    return NAMES.matcher(head).replaceAll("…").strip();
  }
}
