package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The retention rules of a database: deletes expired rows, so that no table grows without bound.
 *
 * <p>Rows are deleted in small batches, each a transaction of its own under an advisory lock: any
 * number of instances may clean, one at a time does.
 */
public final class Retention {

  static final int BATCH = 1_000;

  /** Differs from the locks of the relay, the integrity scan and the in-doubt resolver. */
  private static final long LOCK = 7305821;

  private final DomainDatabase database;
  private final List<Expired> kinds;

  /**
   * The rule for the rows of a table that have expired.
   *
   * @param condition in SQL; an index an index should serve, such as {@code answered_at < now() -
   *     interval '24 hours'}
   */
  public record Expired(String table, String condition) {

    /** Idempotency keys whose request will not be retried any more. */
    public static Expired idempotencyKeys() {
      return new Expired("idempotency_key", "answered_at < now() - interval '24 hours'");
    }

    /** Events processed so long ago that the broker cannot redeliver them. */
    public static Expired inboxEntries() {
      return new Expired("inbox", "received_at < now() - interval '30 days'");
    }

    private String deletion() {
      return "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit %3$d))"
          .formatted(table, condition, BATCH);
    }
  }

  /**
   * @param database holds the tables
   */
  public Retention(DomainDatabase database, Expired... kinds) {
    this.database = database;
    this.kinds = List.of(kinds);
  }

  /** The domain whose database this is. */
  public String domain() {
    return database.domain();
  }

  /**
   * Deletes expired rows, up to so many batches of each kind. Must be called without a container
   * transaction.
   *
   * @return the number of deleted rows; the rest, and what another instance is deleting, is left
   *     for the next call
   * @throws DatabaseUnavailable if the database refuses
   */
  public int clean(int batches) {
    int gone = 0;
    for (Expired kind : kinds) {
      int deleted = BATCH;
      for (int i = 0; i < batches && deleted == BATCH; i++) {
        deleted = deleteBatch(kind);
        gone += deleted;
      }
    }
    return gone;
  }

  private int deleteBatch(Expired kind) {
    return database.exclusively(LOCK, connection -> delete(connection, kind)).orElse(0);
  }

  private static int delete(Connection connection, Expired kind) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(kind.deletion());
    }
  }
}
