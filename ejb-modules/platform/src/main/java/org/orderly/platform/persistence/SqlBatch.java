package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch of SQL statements that takes one network round trip to the database.
 *
 * <p>The statements run in the order in which they were added; the first that fails ends the batch.
 * A transaction holds its locks during each round trip, so statements that belong together share
 * one. A statement whose result matters returns a {@link BatchResult}.
 */
public final class SqlBatch {

  private record Step(String sql, BatchResult<?> result) {}

  /** Many values for one parameter. */
  private record Column(String type, Object[] values) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /**
   * Many values for one parameter, to be unnested.
   *
   * @param type the database's name of the values' type, such as {@code "uuid"}
   */
  public static Object column(String type, List<?> values) {
    return new Column(type, values.toArray());
  }

  /** Adds a statement that changes any number of rows. */
  public SqlBatch change(String sql, @Nullable Object... values) {
    changedRows(sql, values);
    return this;
  }

  /** Adds a statement and a check of how many rows it changed: if that throws, the batch fails. */
  public SqlBatch change(IntConsumer check, String sql, @Nullable Object... values) {
    add(
        statement -> {
          int rows = statement.getUpdateCount();
          check.accept(rows);
          return rows;
        },
        sql,
        values);
    return this;
  }

  /** Adds a statement that must change exactly one row: if not, the batch fails with this. */
  public SqlBatch changeOne(
      Supplier<? extends RuntimeException> otherwise, String sql, @Nullable Object... values) {
    return change(
        rows -> {
          if (rows != 1) {
            throw otherwise.get();
          }
        },
        sql,
        values);
  }

  /** Adds a query that is run for its locks; its rows are ignored. */
  public SqlBatch lock(String sql, @Nullable Object... values) {
    exists(sql, values);
    return this;
  }

  /** Adds a statement and returns how many rows it changed. */
  public BatchResult<Integer> changedRows(String sql, @Nullable Object... values) {
    return add(Statement::getUpdateCount, sql, values);
  }

  /** Adds a query and returns all its rows. */
  public <T> BatchResult<List<T>> list(
      RowMapper<T> mapper, String sql, @Nullable Object... values) {
    return add(
        statement -> {
          List<T> found = new ArrayList<>();
          try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
              found.add(mapper.map(row));
            }
          }
          return found;
        },
        sql,
        values);
  }

  /** Adds a query and returns its first row, if it has one. */
  public <T> BatchResult<Optional<T>> first(
      RowMapper<T> mapper, String sql, @Nullable Object... values) {
    return add(
        statement -> {
          try (ResultSet row = statement.getResultSet()) {
            return row.next() ? Optional.of(mapper.map(row)) : Optional.empty();
          }
        },
        sql,
        values);
  }

  /** Adds a query that always has a row, such as a count or a sequence's next number. */
  public <T> BatchResult<T> one(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    return add(
        statement -> {
          try (ResultSet row = statement.getResultSet()) {
            if (!row.next()) {
              throw new IllegalStateException("no row: " + sql);
            }
            return mapper.map(row);
          }
        },
        sql,
        values);
  }

  /** Adds a query and returns the value that is read from all its rows. */
  public <T> BatchResult<T> collect(RowMapper<T> reader, String sql, @Nullable Object... values) {
    return add(
        statement -> {
          try (ResultSet rows = statement.getResultSet()) {
            return reader.map(rows);
          }
        },
        sql,
        values);
  }

  /** Adds a query and returns whether it has a row. */
  public BatchResult<Boolean> exists(String sql, @Nullable Object... values) {
    return add(
        statement -> {
          try (ResultSet row = statement.getResultSet()) {
            return row.next();
          }
        },
        sql,
        values);
  }

  private <T> BatchResult<T> add(
      BatchResult.Reader<T> reader, String sql, @Nullable Object... values) {
    BatchResult<T> result = new BatchResult<>(reader);
    steps.add(new Step(sql, result));
    parameters.addAll(java.util.Arrays.asList(values));
    return result;
  }

  /**
   * Sends the statements, in the connection's transaction.
   *
   * @throws SQLException of the first statement that failed
   */
  public void run(Connection connection) throws SQLException {
    String sql = steps.stream().map(Step::sql).collect(Collectors.joining(";"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, bound(connection, parameters.get(i)));
      }
      statement.execute();
      for (Step step : steps) {
        step.result().read(statement);
        statement.getMoreResults();
      }
    }
  }

  /**
   * Sends the statements as one transaction of their own: all take effect, or none.
   *
   * @param connection in auto-commit mode, and in no other transaction
   * @throws SQLException of the first statement that failed
   */
  public void runAtomically(Connection connection) throws SQLException {
    steps.add(0, new Step("begin", new BatchResult<>(Statement::getUpdateCount)));
    change("commit");
    try {
      run(connection);
    } catch (SQLException | RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
  }

  private static void rollback(Connection connection, Exception failure) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    } catch (SQLException e) {
      // the connection is lost, and with it the transaction
      failure.addSuppressed(e);
    }
  }

  private static @Nullable Object bound(Connection connection, @Nullable Object value)
      throws SQLException {
    return value instanceof Column column
        ? connection.createArrayOf(column.type(), column.values())
        : value;
  }
}
