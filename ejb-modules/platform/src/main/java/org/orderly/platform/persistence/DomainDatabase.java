package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The SQL database of one domain.
 *
 * <p>Statements run in the caller's container transaction; without one, each statement by itself.
 * Every method throws {@link DatabaseUnavailable} if the database fails or refuses a statement; the
 * caller's transaction must roll back then.
 */
public final class DomainDatabase {

  private final String domain;
  private final DataSource dataSource;

  /** Work on a connection that stays open meanwhile. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * @param domain the domain's name, such as {@code "inventory"}
   * @param dataSource gives connections that take part in container transactions
   */
  public DomainDatabase(String domain, DataSource dataSource) {
    this.domain = domain;
    this.dataSource = dataSource;
  }

  public String domain() {
    return domain;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /** Runs a batch. */
  public void run(SqlBatch batch) {
    withConnection(
        connection -> {
          batch.run(connection);
          return true;
        });
  }

  /** Runs a batch as a transaction of its own. Must be called without a container transaction. */
  public void atomically(SqlBatch batch) {
    withConnection(
        connection -> {
          batch.runAtomically(connection);
          return true;
        });
  }

  /** Returns all rows of a query. */
  public <T> List<T> list(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    SqlBatch batch = new SqlBatch();
    BatchResult<List<T>> found = batch.list(mapper, sql, values);
    run(batch);
    return found.get();
  }

  /** Returns the first row of a query, if it has one. */
  public <T> Optional<T> first(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<T>> found = batch.first(mapper, sql, values);
    run(batch);
    return found.get();
  }

  /** Returns the value that is read from all rows of a query. */
  public <T> T collect(RowMapper<T> reader, String sql, @Nullable Object... values) {
    SqlBatch batch = new SqlBatch();
    BatchResult<T> result = batch.collect(reader, sql, values);
    run(batch);
    return result.get();
  }

  /** Returns the row of a query that always has one, such as a count. */
  public <T> T one(RowMapper<T> mapper, String sql, @Nullable Object... values) {
    SqlBatch batch = new SqlBatch();
    BatchResult<T> found = batch.one(mapper, sql, values);
    run(batch);
    return found.get();
  }

  /** Whether a query has a row. */
  public boolean exists(String sql, @Nullable Object... values) {
    return first(row -> true, sql, values).isPresent();
  }

  /** Runs a statement and returns how many rows it changed. */
  public int change(String sql, @Nullable Object... values) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Integer> changed = batch.changedRows(sql, values);
    run(batch);
    return changed.get();
  }

  /**
   * Makes this database part of the caller's transaction. A transaction over several databases must
   * include the ordering database, which decides whether it commits.
   */
  public void enlist() {
    exists("select 1");
  }

  /** Runs work that needs the connection itself. */
  public <T> T withConnection(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new DatabaseUnavailable(domain, e);
    }
  }

  /**
   * Runs work as a transaction of this database alone, which rolls back if the work throws. Must be
   * called without a container transaction.
   *
   * @throws DatabaseUnavailable also if the answer to the commit was lost: then the work may have
   *     taken effect
   */
  public <T> T atomically(Work<T> work) {
    return withConnection(
        connection -> LocalTransaction.<T, RuntimeException>run(connection, work::run));
  }

  /**
   * Runs work as {@link #atomically(Work)} does, under an advisory lock: one instance at a time.
   *
   * @param lock a number that no other work on this database has
   * @return what the work returns; empty if another instance holds the lock
   */
  public <T> Optional<T> exclusively(long lock, Work<T> work) {
    return atomically(
        connection ->
            AdvisoryLock.tryLock(connection, lock)
                ? Optional.of(work.run(connection))
                : Optional.empty());
  }
}
