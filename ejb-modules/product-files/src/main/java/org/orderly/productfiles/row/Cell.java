package org.orderly.productfiles.row;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One value of a row, never empty.
 *
 * @param other a different value of a second column of the same name; {@code null} if there is none
 */
public record Cell(ColumnName column, JsonNode value, @Nullable JsonNode other) {

  Cell(ColumnName column, JsonNode value) {
    this(column, value, null);
  }

  /** The same, next to what a second column of this name has. */
  Cell beside(JsonNode second) {
    return other == null && !second.equals(value) ? new Cell(column, value, second) : this;
  }
}
