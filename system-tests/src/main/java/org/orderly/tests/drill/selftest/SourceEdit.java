package org.orderly.tests.drill.selftest;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces a piece of code that stands exactly once in the source of a type. White space does not
 * count, so that the edit survives a formatter.
 *
 * @param type the simple name of a top-level type
 */
record SourceEdit(String type, String original, String replacement) {

  /**
   * @throws BreakageNotApplicable if the original does not stand there exactly once
   */
  String apply(String source) {
    List<Integer> places = new ArrayList<>();
    StringBuilder dense = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      if (!Character.isWhitespace(source.charAt(i))) {
        places.add(i);
        dense.append(source.charAt(i));
      }
    }
    String wanted = original.replaceAll("\\s", "");
    int found = dense.indexOf(wanted);
    if (wanted.isEmpty() || found < 0 || dense.indexOf(wanted, found + 1) >= 0) {
      throw new BreakageNotApplicable(
          type + (found < 0 ? " does not contain: " : " contains more than once: ") + original);
    }
    int end = places.get(found + wanted.length() - 1) + 1;
    return source.substring(0, places.get(found)) + replacement + source.substring(end);
  }
}
