package org.orderly.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.orderly.commit.DecisionDataSource;
import org.orderly.commit.MemberDataSource;
import org.postgresql.xa.PGXADataSource;

/**
 * A migrated database of one domain.
 *
 * <p>Its statements run on connections of their own, outside of any transaction of the code that is
 * tested: they see what has been committed.
 */
public final class TestDatabase {

  private final String domain;
  private final String name;
  private final int port;
  private final ConnectionPool pool;

  TestDatabase(String domain, String name, int port) {
    this.domain = domain;
    this.name = name;
    this.port = port;
    this.pool = new ConnectionPool(xaDataSource());
  }

  /** Connections in auto-commit mode that nobody else uses meanwhile. */
  public DataSource dataSource() {
    return new PooledDataSource(pool::connection);
  }

  /** A connection of a test's own, in auto-commit mode: for locks that the tested code meets. */
  public Connection connect() {
    try {
      return pool.connection();
    } catch (SQLException e) {
      throw new StatementFailed("connect", e);
    }
  }

  /** What the server's pools are made of, with our commit protocol. */
  private PGXADataSource xaDataSource() {
    PGXADataSource source =
        domain.equals("ordering") ? new DecisionDataSource() : new MemberDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(name);
    source.setUser(domain);
    return source;
  }

  /** Runs a statement and returns how many rows it changed. */
  public int execute(String sql, Object... values) {
    try (Connection connection = pool.connection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.execute();
      return statement.getUpdateCount();
    } catch (SQLException e) {
      throw new StatementFailed(sql, e);
    }
  }

  /** Runs a statement as somebody who may do anything, past the triggers that guard the rows. */
  public void tamper(String sql) {
    EmbeddedServer.running().execute(name, "set session_replication_role = replica; " + sql);
  }

  /** The rows as PostgreSQL writes them, such as {@code (10,4)}. */
  public List<String> rows(String sql, Object... values) {
    List<String> found = new ArrayList<>();
    try (Connection connection = pool.connection();
        PreparedStatement query =
            prepared(connection, "select r::text from (" + sql + ") r", values);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    } catch (SQLException e) {
      throw new StatementFailed(sql, e);
    }
    return found;
  }

  /** The only row; fails unless there is exactly one. */
  public String row(String sql, Object... values) {
    List<String> found = rows(sql, values);
    if (found.size() != 1) {
      throw new AssertionError("not one row but " + found + ": " + sql);
    }
    return found.get(0);
  }

  /** How many rows a table has, or those that a condition selects: {@code "outbox where ..."}. */
  public long count(String table, Object... values) {
    String row = row("select count(*) from " + table, values);
    return Long.parseLong(row.substring(1, row.length() - 1));
  }

  /** The types of the events that wait in the outbox, in their order. */
  public List<String> events() {
    return rows("select type from outbox order by seq").stream()
        .map(row -> row.substring(1, row.length() - 1))
        .toList();
  }

  ConnectionPool pool() {
    return pool;
  }

  void drop() {
    pool.close();
    EmbeddedServer.running().drop(name);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
