package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that go to a database together and come back together.
 *
 * <p>Locks are held while statements travel, so what belongs together shares one journey. The
 * statements run in the order in which they were added; the first that fails ends the journey.
 */
public final class SqlBatch {

  /** Takes the rows of a query. */
  @FunctionalInterface
  public interface Reader {
    void read(ResultSet rows) throws SQLException;
  }

  /** Learns how many rows a statement changed. */
  @FunctionalInterface
  public interface Counter {
    void changed(int rows) throws SQLException;
  }

  private record Step(String sql, @Nullable Reader reader, @Nullable Counter counter) {}

  /** Many values for one parameter. */
  private record Column(String type, Object[] values) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Object> parameters = new ArrayList<>();

  /**
   * Many values for one parameter, to be unnested.
   *
   * @param type the database's name of the values' type, such as {@code "uuid"}
   */
  public static Object column(String type, List<?> values) {
    return new Column(type, values.toArray());
  }

  public SqlBatch query(Reader reader, String sql, Object... values) {
    return add(new Step(sql, reader, null), values);
  }

  public SqlBatch change(String sql, Object... values) {
    return change(rows -> {}, sql, values);
  }

  public SqlBatch change(Counter counter, String sql, Object... values) {
    return add(new Step(sql, null, counter), values);
  }

  private SqlBatch add(Step step, Object... values) {
    steps.add(step);
    parameters.addAll(java.util.Arrays.asList(values));
    return this;
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
        take(statement, step);
        statement.getMoreResults();
      }
    }
  }

  /**
   * Sends the statements as one transaction of their own: all of them count, or none.
   *
   * @param connection in auto-commit mode, and in no other transaction
   * @throws SQLException of the first statement that failed
   */
  public void runAtomically(Connection connection) throws SQLException {
    steps.add(0, new Step("begin", null, rows -> {}));
    steps.add(new Step("commit", null, rows -> {}));
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

  private static Object bound(Connection connection, Object value) throws SQLException {
    return value instanceof Column column
        ? connection.createArrayOf(column.type(), column.values())
        : value;
  }

  private static void take(PreparedStatement statement, Step step) throws SQLException {
    Reader reader = step.reader();
    Counter counter = step.counter();
    if (reader != null) {
      try (ResultSet rows = statement.getResultSet()) {
        reader.read(rows);
      }
    } else if (counter != null) {
      counter.changed(statement.getUpdateCount());
    }
  }
}
