package org.orderly.productfiles.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row as the file has it, or why it cannot be read.
 *
 * @param place where in the file, for people, such as {@code line 12}
 * @param cells by the keys of their columns; those without a value are absent
 * @param problem {@code null} if it can be read
 */
public record SourceRow(String place, Map<String, Cell> cells, @Nullable String problem) {

  static SourceRow of(String place, Map<String, Cell> cells) {
    return new SourceRow(place, cells, null);
  }

  static SourceRow broken(String place, String problem) {
    return new SourceRow(place, Map.of(), problem);
  }

  /**
   * A JSON value as a row.
   *
   * @param names known from rows before
   */
  static SourceRow ofJson(String place, @Nullable JsonNode node, MemberNames names) {
    if (!(node instanceof ObjectNode object)) {
      return broken(place, "is not a JSON object");
    }
    if (object.size() > CsvHeader.MAX_COLUMNS) {
      return broken(place, "has more than " + CsvHeader.MAX_COLUMNS + " members");
    }
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!member.getValue().isNull()) {
        put(cells, names.of(member.getKey()), member.getValue());
      }
    }
    return of(place, cells);
  }

  static void put(Map<String, Cell> cells, ColumnName column, JsonNode value) {
    Cell first = cells.get(column.key());
    cells.put(column.key(), first == null ? new Cell(column, value) : first.beside(value));
  }

  public boolean isBroken() {
    return problem != null;
  }

  /** Only of a broken row. */
  public String reason() {
    return Objects.requireNonNull(problem);
  }
}
