package org.orderly.platform.personal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.platform.personal.PersonalColumn.InExport;
import org.orderly.platform.personal.PersonalColumn.OnErasure;

/**
 * The columns of a table that can hold text, as they are declared.
 *
 * @param person the condition that selects a person's rows, with {@code ?} for each use of the id;
 *     empty if rows cannot be told apart by person
 * @param order the key, by which rows are ordered in an export
 * @param alsoSet assignments that go with each replacement, such as a version
 * @param plain the columns without personal data
 */
public record PersonalTable(
    String name,
    String person,
    String order,
    List<String> alsoSet,
    List<PersonalColumn> columns,
    Set<String> plain) {

  /** The statement that erases a person's values; nothing if this table's are not erased by it. */
  Optional<String> erasure() {
    if (columns.stream().anyMatch(column -> column.onErasure() == OnErasure.DELETE)) {
      return Optional.of("delete from " + name + " where " + person);
    }
    String assignments =
        columns.stream()
            .filter(column -> column.onErasure() == OnErasure.REPLACE)
            .map(column -> column.name() + " = " + column.replacement())
            .collect(Collectors.joining(", "));
    return assignments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "update %s set %s where %s"
                .formatted(
                    name,
                    Stream.concat(Stream.of(assignments), alsoSet.stream())
                        .collect(Collectors.joining(", ")),
                    person));
  }

  /**
   * Each row of a person as a JSON object with its key, for a part of the export; nothing if the
   * part has no column of this table.
   */
  Optional<String> rows(String part) {
    List<String> shown =
        columns.stream()
            .filter(column -> column.inExport() == InExport.ROWS && column.part().equals(part))
            .map(PersonalColumn::name)
            .toList();
    String members =
        Stream.concat(Stream.of(order.split(", ")), shown.stream())
            .distinct()
            .map(column -> "'%s', %s".formatted(camelCase(column), column))
            .collect(Collectors.joining(", "));
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "select json_build_object(%s)::text as json from %s where %s order by %s limit ? offset ?"
                .formatted(members, name, person, order));
  }

  /** How often the condition names the person's id. */
  int uses() {
    return (int) person.chars().filter(character -> character == '?').count();
  }

  private static String camelCase(String column) {
    StringBuilder name = new StringBuilder();
    for (String word : column.split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }
}
