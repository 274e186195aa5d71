package org.orderly.productfiles.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the reading left out or decided, each said once however many rows it concerns. */
public final class Remarks {

  private static final int MAX_COLUMNS = 200;
  private static final int MAX_KINDS = 50;

  private final Set<String> ignored = new LinkedHashSet<>();
  private final Map<String, Counted> remarks = new LinkedHashMap<>();
  private boolean moreIgnored;

  private record Counted(long rows, String first) {

    Counted more() {
      return new Counted(rows + 1, first);
    }
  }

  /** A column has values that a product here has no place for. */
  public void ignored(String column) {
    if (ignored.size() < MAX_COLUMNS) {
      ignored.add(column);
    } else if (!ignored.contains(column)) {
      moreIgnored = true;
    }
  }

  /**
   * @param text one of few, for people
   */
  public void add(String text, String place) {
    Counted counted = remarks.get(text);
    if (counted != null) {
      remarks.put(text, counted.more());
    } else if (remarks.size() < MAX_KINDS) {
      remarks.put(text, new Counted(1, place));
    }
  }

  /** One line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!ignored.isEmpty()) {
      lines.add(
          "not imported, as products here have no such fields: "
              + String.join(", ", ignored)
              + (moreIgnored ? " and others" : ""));
    }
    remarks.forEach(
        (text, counted) ->
            lines.add(
                text
                    + (counted.rows() == 1
                        ? " (" + counted.first() + ")"
                        : " (" + counted.rows() + " times, first " + counted.first() + ")")));
    return lines;
  }
}
