package org.orderly.productfiles.row;

import java.util.HashMap;
import java.util.Map;

/** The names of members of JSON objects, read once each; those of odd files are not remembered. */
final class MemberNames {

  private final Map<String, ColumnName> known = new HashMap<>();

  ColumnName of(String name) {
    ColumnName found = known.get(name);
    if (found == null) {
      found = ColumnName.of(name);
      if (known.size() < CsvHeader.MAX_COLUMNS && name.length() < CsvHeader.MAX_COLUMNS) {
        known.put(name, found);
      }
    }
    return found;
  }
}
