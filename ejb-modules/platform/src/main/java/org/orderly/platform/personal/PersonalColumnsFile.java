package org.orderly.platform.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.orderly.platform.personal.PersonalColumn.InExport;
import org.orderly.platform.personal.PersonalColumn.OnErasure;

/**
 * Reads a file of declarations:
 *
 * <pre>
 * table orders                              starts a table
 *   person user_id = :user                  selects a person's rows
 *   order by id                             the key of its rows in an export
 *   set version = version + 1               goes with each replacement
 *   name, street | erasure | export         personal columns, see below
 *   plain number, status                    columns without personal data
 * </pre>
 *
 * <p>Erasure is {@code delete}, {@code replace}, {@code replace with SQL}, {@code keep: why} or
 * {@code elsewhere: what erases it}; export is {@code in PART} for a part that the API's views
 * make, {@code rows in PART} for rows as they are stored, or {@code no: why}.
 */
final class PersonalColumnsFile {

  private final List<PersonalTable> tables = new ArrayList<>();

  private PersonalColumnsFile() {}

  /**
   * @throws IllegalStateException if the text is no declaration
   */
  static List<PersonalTable> parse(String text) {
    PersonalColumnsFile file = new PersonalColumnsFile();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        file.read(line.strip());
      }
    }
    return List.copyOf(file.tables);
  }

  private void read(String line) {
    String rest = line.substring(line.indexOf(' ') + 1);
    if (line.startsWith("table ")) {
      tables.add(
          new PersonalTable(rest, "", "", new ArrayList<>(), new ArrayList<>(), new TreeSet<>()));
      return;
    }
    require(!tables.isEmpty(), line);
    PersonalTable table = tables.get(tables.size() - 1);
    if (line.contains("|")) {
      table.columns().addAll(columns(line));
    } else if (line.startsWith("plain ")) {
      table.plain().addAll(Set.of(rest.split(", ")));
    } else if (line.startsWith("set ")) {
      table.alsoSet().add(rest);
    } else if (line.startsWith("person ")) {
      replaceLast(table, rest.replace(":user", "?"), table.order());
    } else if (line.startsWith("order by ")) {
      replaceLast(table, table.person(), line.substring("order by ".length()));
    } else {
      require(false, line);
    }
  }

  private void replaceLast(PersonalTable table, String person, String order) {
    tables.set(
        tables.size() - 1,
        new PersonalTable(
            table.name(), person, order, table.alsoSet(), table.columns(), table.plain()));
  }

  private static List<PersonalColumn> columns(String line) {
    String[] parts = line.split(" *\\| *");
    require(parts.length == 3, line);
    List<PersonalColumn> columns = new ArrayList<>();
    for (String name : parts[0].split(", ")) {
      columns.add(column(name, parts[1], parts[2]));
    }
    return columns;
  }

  private static PersonalColumn column(String name, String erasure, String export) {
    InExport inExport =
        export.startsWith("in ")
            ? InExport.VIEW
            : export.startsWith("rows in ") ? InExport.ROWS : InExport.NONE;
    require(inExport != InExport.NONE || export.startsWith("no: "), export);
    String part =
        switch (inExport) {
          case VIEW -> export.substring("in ".length());
          case ROWS -> export.substring("rows in ".length());
          case NONE -> export.substring("no: ".length());
        };
    return switch (erasure.split("[ :]")[0]) {
      case "delete" -> new PersonalColumn(name, OnErasure.DELETE, "", "", inExport, part);
      case "replace" ->
          new PersonalColumn(
              name, OnErasure.REPLACE, replacement(name, erasure), "", inExport, part);
      case "keep" -> new PersonalColumn(name, OnErasure.KEEP, "", reason(erasure), inExport, part);
      case "elsewhere" ->
          new PersonalColumn(name, OnErasure.ELSEWHERE, "", reason(erasure), inExport, part);
      default -> throw new IllegalStateException("no declaration of an erasure: " + erasure);
    };
  }

  private static String replacement(String name, String erasure) {
    return erasure.startsWith("replace with ")
        ? erasure.substring("replace with ".length())
        : "case when %s is not null then 'erased' end".formatted(name);
  }

  private static String reason(String erasure) {
    int colon = erasure.indexOf(": ");
    require(colon > 0 && colon + 2 < erasure.length(), erasure);
    return erasure.substring(colon + 2);
  }

  private static void require(boolean right, String line) {
    if (!right) {
      throw new IllegalStateException("no declaration of personal columns: " + line);
    }
  }
}
