package org.orderly.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a database need not keep for ever, so that no table of passing things grows without end.
 *
 * <p>Rows go in small batches, each a transaction of its own under an advisory lock: any number of
 * instances may clean, one at a time does.
 */
public final class Retention {

  static final int BATCH = 1_000;

  /** Any constant that nobody else has: the relay, the auditor and the resolver have their own. */
  private static final long LOCK = 7305821;

  private final String domain;
  private final DataSource database;
  private final List<Expired> kinds;

  /**
   * Rows that have had their time.
   *
   * @param condition in SQL, which an index should serve, such as {@code answered_at < now() -
   *     interval '24 hours'}
   */
  public record Expired(String table, String condition) {

    /** Answers that no request will be repeated for. */
    public static Expired idempotencyKeys() {
      return new Expired("idempotency_key", "answered_at < now() - interval '24 hours'");
    }

    /** Events taken in so long ago that the broker cannot bring them a second time. */
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
  public Retention(String domain, DataSource database, Expired... kinds) {
    this.domain = domain;
    this.database = database;
    this.kinds = List.of(kinds);
  }

  /** Whose database this is. */
  public String domain() {
    return domain;
  }

  /**
   * Deletes what has expired, up to so many batches of each kind; needs to be called without a
   * transaction.
   *
   * @return how many rows are gone; what is left, and what another instance is at, comes next time
   */
  public int clean(int batches) throws SQLException {
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

  private int deleteBatch(Expired kind) throws SQLException {
    return AdvisoryLock.<Integer, RuntimeException>run(
            database, LOCK, connection -> delete(connection, kind))
        .orElse(0);
  }

  private static int delete(Connection connection, Expired kind) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(kind.deletion());
    }
  }
}
