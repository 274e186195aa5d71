package org.orderly.platform.personal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.personal.PersonalColumn.InExport;

/** The personal columns of one database: erases and exports what it holds about a person. */
public final class PersonalColumns {

  private static final String FILE = "personal-columns.txt";

  private static final int PAGE = 500;

  private final DomainDatabase database;
  private final List<PersonalTable> tables;

  /**
   * @param module a class of the module whose package has the file with the declarations
   */
  public PersonalColumns(DomainDatabase database, Class<?> module) {
    this.database = database;
    this.tables = PersonalColumnsFile.parse(text(module));
  }

  /** The declared tables, in the order in which they are erased. */
  public List<PersonalTable> tables() {
    return tables;
  }

  /** Adds the statements that erase a person; repeated, they change nothing more. */
  public void erase(SqlBatch batch, UserId person) {
    for (PersonalTable table : tables) {
      table
          .erasure()
          .ifPresent(
              sql ->
                  batch.change(sql, Collections.nCopies(table.uses(), person.value()).toArray()));
    }
  }

  /** The parts of an export that consist of rows of this database. */
  public Set<String> parts() {
    Set<String> parts = new TreeSet<>();
    for (PersonalTable table : tables) {
      for (PersonalColumn column : table.columns()) {
        if (column.inExport() == InExport.ROWS) {
          parts.add(column.part());
        }
      }
    }
    return parts;
  }

  /** Reads the rows of a part, each as a JSON object, in pages. */
  public void export(String part, UserId person, Consumer<String> rows) {
    for (PersonalTable table : tables) {
      table.rows(part).ifPresent(sql -> export(sql, table.uses(), person, rows));
    }
  }

  private void export(String sql, int uses, UserId person, Consumer<String> rows) {
    int read = 0;
    List<String> page;
    do {
      List<Object> values = new ArrayList<>(Collections.nCopies(uses, person.value()));
      values.add(PAGE);
      values.add(read);
      page = database.list(row -> row.getString("json"), sql, values.toArray());
      page.forEach(rows);
      read += page.size();
    } while (page.size() == PAGE);
  }

  private static String text(Class<?> module) {
    try (InputStream file = requireNonNull(module.getResourceAsStream(FILE), FILE)) {
      return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
