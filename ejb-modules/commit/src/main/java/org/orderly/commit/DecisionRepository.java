package org.orderly.commit;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision table, over one connection in auto-commit mode. */
final class DecisionRepository {

  private static final String FIND = "select outcome from tx_decision where global_id = ?";
  private static final String ABORT =
      "insert into tx_decision (global_id, outcome) values (?, 'A') on conflict do nothing";
  private static final String PURGE =
      "delete from tx_decision where global_id in (select global_id from tx_decision"
          + " where outcome = 'C' and decided_at < now() - ? * interval '1 second'"
          + " and global_id <> all (?) limit 10000)";
  private static final String REPORT =
      "insert into tx_resolution (global_id, database, action, prepared_at, instance, asked_by)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String LOCK_TIMEOUT = "55P03";

  private final Connection connection;

  DecisionRepository(Connection connection) {
    this.connection = connection;
  }

  /** Reads only. */
  Decision find(String globalId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND)) {
      query.setString(1, globalId);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Decision.OPEN;
        }
        return "C".equals(row.getString(1)) ? Decision.COMMIT : Decision.ABORT;
      }
    }
  }

  /**
   * Reads the decision and, where there is none, makes it: a tombstone that no marker can pass.
   *
   * @return {@link Decision#OPEN} only while a live session holds an uncommitted marker
   */
  Decision settle(String globalId) throws SQLException {
    Decision found = find(globalId);
    if (found != Decision.OPEN) {
      return found;
    }
    try (PreparedStatement insert = connection.prepareStatement(ABORT)) {
      insert.setString(1, globalId);
      insert.executeUpdate();
    } catch (SQLException e) {
      if (LOCK_TIMEOUT.equals(e.getSQLState())) {
        return Decision.OPEN;
      }
      throw e;
    }
    return find(globalId);
  }

  /**
   * What stands about a transaction, without deciding it. The tombstone that tells whether a live
   * session holds a marker is written and taken back, once the branch is old enough to be in doubt.
   */
  BranchState evidence(String globalId, Duration age) throws SQLException {
    Decision found = find(globalId);
    if (found == Decision.OPEN && age.compareTo(InDoubtResolver.THRESHOLD) > 0) {
      if (isHeld(globalId)) {
        return BranchState.MARKER_HELD;
      }
      found = find(globalId);
    }
    return switch (found) {
      case COMMIT -> BranchState.COMMITTED;
      case ABORT -> BranchState.ABORTED;
      case OPEN -> BranchState.UNDECIDED;
    };
  }

  private boolean isHeld(String globalId) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert = connection.prepareStatement(ABORT)) {
      insert.setString(1, globalId);
      insert.executeUpdate();
      return false;
    } catch (SQLException e) {
      if (LOCK_TIMEOUT.equals(e.getSQLState())) {
        return true;
      }
      throw e;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Drops old commit markers, except for those that a branch still needs. Tombstones stay. */
  void purge(Duration olderThan, Collection<String> needed) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(PURGE)) {
      Array spared = connection.createArrayOf("text", needed.toArray());
      delete.setLong(1, olderThan.toSeconds());
      delete.setArray(2, spared);
      delete.executeUpdate();
    }
  }

  /**
   * @param askedBy the person who wanted it now; {@code null} if the instance did it by itself
   */
  void report(Resolution resolution, String instance, @Nullable UUID askedBy) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REPORT)) {
      insert.setString(1, resolution.globalId());
      insert.setString(2, resolution.database());
      insert.setString(3, resolution.action().name());
      insert.setObject(4, resolution.preparedAt().atOffset(ZoneOffset.UTC));
      insert.setString(5, instance);
      insert.setObject(6, askedBy, Types.OTHER);
      insert.executeUpdate();
    }
  }
}
