package org.orderly.platform.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement that inserts any number of rows of one table, in their order. Its text does not
 * depend on how many rows there are, so that the database plans it once; a single row, which is
 * cheaper without arrays, has a text of its own.
 *
 * @param <T> what one row is made of
 */
public final class BulkInsert<T> {

  private record Column<T>(
      String name, String type, Function<T, ? extends @Nullable Object> value) {}

  private final String table;
  private final List<Column<T>> columns = new ArrayList<>();

  private BulkInsert(String table) {
    this.table = table;
  }

  public static <T> BulkInsert<T> into(String table) {
    return new BulkInsert<>(table);
  }

  /**
   * Adds a column.
   *
   * @param type the database's name of the column's type, such as {@code "uuid"}
   * @param value of a row; {@code null} for SQL's null
   */
  public BulkInsert<T> column(
      String name, String type, Function<T, ? extends @Nullable Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  /** Adds the statement to a batch; no rows need none. */
  public void add(SqlBatch batch, List<? extends T> rows) {
    if (rows.size() == 1) {
      batch.change(sql("values (" + parameters() + ")"), values(rows.get(0)));
    } else if (!rows.isEmpty()) {
      batch.change(
          changed -> requireAll(changed, rows.size()),
          sql("select * from unnest(" + parameters() + ")"),
          columns(rows));
    }
  }

  private Object[] values(T row) {
    return columns.stream().map(column -> column.value().apply(row)).toArray();
  }

  /** The values of all rows, column by column. */
  private Object[] columns(List<? extends T> rows) {
    Object[] arrays = new Object[columns.size()];
    for (int i = 0; i < arrays.length; i++) {
      Column<T> column = columns.get(i);
      List<@Nullable Object> cells = new ArrayList<>(rows.size());
      for (T row : rows) {
        cells.add(column.value().apply(row));
      }
      arrays[i] = SqlBatch.column(column.type(), cells);
    }
    return arrays;
  }

  private void requireAll(int changed, int rows) {
    if (changed != rows) {
      throw new IllegalStateException(changed + " instead of " + rows + " rows in " + table);
    }
  }

  private String parameters() {
    return columns.stream().map(column -> "?").collect(Collectors.joining(", "));
  }

  private String sql(String source) {
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    return "insert into " + table + " (" + names + ") " + source;
  }
}
