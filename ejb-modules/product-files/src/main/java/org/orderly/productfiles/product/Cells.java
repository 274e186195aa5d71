package org.orderly.productfiles.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.row.Cell;
import org.orderly.productfiles.row.SourceRow;
import org.orderly.productfiles.value.UnusableValue;

/** The cells of one row, asked for by name. What nobody asked for is ignored, and that is said. */
public final class Cells {

  private final String place;
  private final Map<String, Cell> cells;
  private final Remarks remarks;
  private final Set<String> used = new HashSet<>();

  public Cells(SourceRow row, Remarks remarks) {
    this.place = row.place();
    this.cells = row.cells();
    this.remarks = remarks;
  }

  public String place() {
    return place;
  }

  /** The value of the first of these columns that has one; {@code null} if none has. */
  public @Nullable JsonNode value(String... keys) {
    Cell cell = cell(keys);
    if (cell == null) {
      return null;
    }
    if (cell.other() != null) {
      throw new UnusableValue(
          "has two values in columns named "
              + cell.column().shown()
              + ": "
              + UnusableValue.excerpt(cell.value().asText())
              + " and "
              + UnusableValue.excerpt(cell.other().asText()));
    }
    return cell.value();
  }

  /** The same as text; {@code null} if it is blank. */
  public @Nullable String text(String... keys) {
    return asText(keys[0], value(keys));
  }

  /** The same where a file may have several columns of the name: the first one counts. */
  public @Nullable JsonNode firstValue(String... keys) {
    Cell cell = cell(keys);
    if (cell == null) {
      return null;
    }
    if (cell.other() != null) {
      remarks.add(
          "of several columns named " + cell.column().shown() + " the first is used", place);
    }
    return cell.value();
  }

  /** The same as text; {@code null} if it is blank. */
  public @Nullable String first(String... keys) {
    return asText(keys[0], firstValue(keys));
  }

  public void remark(String text) {
    remarks.add(text, place);
  }

  /** Says of each column that nobody asked for that it was ignored. */
  public void ignoreTheRest() {
    cells.forEach(
        (key, cell) -> {
          if (!used.contains(key)) {
            remarks.ignored(cell.column().shown());
          }
        });
  }

  private @Nullable Cell cell(String... keys) {
    Cell found = null;
    for (String key : keys) {
      used.add(key);
      if (found == null) {
        found = cells.get(key);
      }
    }
    return found;
  }

  private static @Nullable String asText(String field, @Nullable JsonNode value) {
    if (value == null) {
      return null;
    }
    if (!value.isValueNode()) {
      throw new UnusableValue(field + " is not a text");
    }
    String text = value.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
