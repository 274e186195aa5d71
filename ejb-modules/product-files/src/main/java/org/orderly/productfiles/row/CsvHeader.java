package org.orderly.productfiles.row;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.productfiles.text.UnusableFile;

/** The names of the columns. Columns may lack a name, and a name may stand twice. */
final class CsvHeader {

  static final int MAX_COLUMNS = 1_000;

  private final List<ColumnName> columns;

  CsvHeader(List<String> names) {
    if (names.size() > MAX_COLUMNS) {
      throw new UnusableFile("The header has more than " + MAX_COLUMNS + " columns.");
    }
    this.columns = names.stream().map(ColumnName::of).toList();
    if (columns.stream().allMatch(ColumnName::isEmpty)) {
      throw new UnusableFile("The first line has no names of columns.");
    }
  }

  Set<String> keys() {
    return columns.stream()
        .map(ColumnName::key)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.toSet());
  }

  /**
   * A row may end early, as spreadsheets leave off empty cells at the end, and may have more empty
   * cells than there are columns.
   */
  SourceRow row(String place, Iterable<String> values) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    int column = 0;
    for (String value : values) {
      if (!value.isEmpty()) {
        if (column >= columns.size()) {
          return SourceRow.broken(
              place,
              "has a value after its last column; is a separator or a quote inside a value not"
                  + " quoted?");
        }
        SourceRow.put(cells, named(column), TextNode.valueOf(value));
      }
      column++;
    }
    return SourceRow.of(place, cells);
  }

  private ColumnName named(int column) {
    ColumnName name = columns.get(column);
    return name.isEmpty()
        ? new ColumnName("(column " + (column + 1) + ", which has no name)", "#" + column)
        : name;
  }

  static boolean isEmpty(Iterable<String> values) {
    for (String value : values) {
      if (!value.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  static List<String> list(Iterable<String> values) {
    List<String> list = new ArrayList<>();
    values.forEach(list::add);
    return list;
  }
}
