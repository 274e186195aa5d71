package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.integrity.Finding;

/** Stores the progress and the findings of the scan, in the ordering database. */
@ApplicationScoped
class CheckResultRepository {

  /** The other databases are read meanwhile, and what is in doubt is waited for. */
  private static final String PATIENCE = "set local idle_in_transaction_session_timeout = '2min'";

  /** Makes it one auditor at a time over all instances. */
  static final long LOCK = 7305814;

  private static final String PROGRESS =
      "select name, position, began_at, completed_at, complete_since from audit_track";
  private static final String SAVE =
      "insert into audit_track (name, position, began_at, completed_at, complete_since)"
          + " values (?, ?, ?, ?, ?) on conflict (name) do update set position = excluded.position,"
          + " began_at = excluded.began_at, completed_at = excluded.completed_at,"
          + " complete_since = excluded.complete_since";
  private static final String STANDING =
      "select check_id, track, subject, detail from audit_finding order by seen_at, subject";
  private static final String KEEP =
      "insert into audit_finding (check_id, track, subject, detail, found_at, seen_at)"
          + " values (?, ?, ?, ?, ?, ?) on conflict (check_id, track, subject)"
          + " do update set detail = excluded.detail, seen_at = excluded.seen_at";
  private static final String DROP =
      "delete from audit_finding where check_id = ? and track = ? and subject = ?";
  private static final String LOOKED =
      "insert into audit_look (looked_at) values (?)"
          + " on conflict (only_row) do update set looked_at = excluded.looked_at";
  private static final String LAST_LOOK = "select looked_at from audit_look";

  /** A finding that stands, and where it was found. */
  record KnownFinding(String scan, Finding finding) {

    /** What it is about; details may change. */
    String key() {
      return finding.check() + " " + scan + " " + finding.subject();
    }
  }

  /** In the connection's transaction, which is idle here while the auditor reads elsewhere. */
  void waitPatiently(Connection connection) throws SQLException {
    try (Statement patience = connection.createStatement()) {
      patience.execute(PATIENCE);
    }
  }

  Map<String, ScanProgress> progress(Connection connection) throws SQLException {
    Map<String, ScanProgress> scanProgress = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(PROGRESS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        scanProgress.put(
            row.getString(1),
            new ScanProgress(row.getString(2), instant(row, 3), instant(row, 4), instant(row, 5)));
      }
    }
    return scanProgress;
  }

  void save(Connection connection, String scan, ScanProgress scanProgress) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SAVE)) {
      update.setString(1, scan);
      update.setString(2, scanProgress.position());
      set(update, 3, scanProgress.beganAt());
      set(update, 4, scanProgress.completedAt());
      set(update, 5, scanProgress.completeSince());
      update.executeUpdate();
    }
  }

  /** All that stands, what was seen longest ago first. */
  List<KnownFinding> known(Connection connection) throws SQLException {
    List<KnownFinding> known = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(STANDING);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Finding finding = new Finding(row.getString(1), row.getString(3), row.getString(4));
        known.add(new KnownFinding(row.getString(2), finding));
      }
    }
    return known;
  }

  void keep(Connection connection, KnownFinding seen, Instant at) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
      insert.setString(1, seen.finding().check());
      insert.setString(2, seen.scan());
      insert.setString(3, seen.finding().subject());
      insert.setString(4, seen.finding().detail());
      set(insert, 5, at);
      set(insert, 6, at);
      insert.executeUpdate();
    }
  }

  void drop(Connection connection, KnownFinding disproved) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DROP)) {
      delete.setString(1, disproved.finding().check());
      delete.setString(2, disproved.scan());
      delete.setString(3, disproved.finding().subject());
      delete.executeUpdate();
    }
  }

  void looked(Connection connection, Instant at) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(LOOKED)) {
      set(update, 1, at);
      update.executeUpdate();
    }
  }

  /** When an auditor looked last; empty if never. */
  Optional<Instant> lastLook(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST_LOOK);
        ResultSet row = query.executeQuery()) {
      return row.next() ? Optional.ofNullable(instant(row, 1)) : Optional.empty();
    }
  }

  private static void set(PreparedStatement statement, int index, @Nullable Instant instant)
      throws SQLException {
    statement.setObject(
        index,
        instant == null ? null : instant.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
