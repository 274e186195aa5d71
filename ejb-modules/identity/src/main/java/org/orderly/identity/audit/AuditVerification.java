package org.orderly.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Proves that the log is what was written.
 *
 * <p>Found are entries that were changed, entries that are missing in between, and a tail that was
 * cut off while the head stayed. Who may write everything in the database can change an entry and
 * compute every hash after it and the head anew; only somebody who kept an anchor elsewhere finds
 * that.
 */
@ApplicationScoped
public class AuditVerification {

  /** So many entries are in memory at a time. */
  private static final int SLICE = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String HEAD =
      "select seq, hash, (select max(seq) from audit_entry) as newest from audit_head";
  private static final String NEXT =
      "select %s from audit_entry where seq > ? and seq <= ? order by seq limit %d"
          .formatted(AuditLogRow.COLUMNS, SLICE);
  private static final String HASH = "select hash from audit_entry where seq = ?";

  private final DomainDatabase database;

  @Inject
  AuditVerification(@Domain("identity") DomainDatabase database) {
    this.database = database;
  }

  /** The last entry, and the number of the newest row, which should be the same. */
  record End(ChainLink head, long newest) {}

  /** Walks the whole log, for as long as an answer may take; reads only, stops nobody. */
  public AuditVerificationResult verify() {
    return verify(ChainLink.BEGINNING);
  }

  /**
   * Walks the log from an anchor, which must still be in it.
   *
   * @param anchor an entry's number and hash, kept from an earlier answer
   */
  public AuditVerificationResult verify(ChainLink anchor) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    return database.withConnection(connection -> verify(connection, anchor, deadline));
  }

  static AuditVerificationResult verify(Connection connection, ChainLink anchor, long deadline)
      throws SQLException {
    End end = end(connection);
    if (!holds(connection, anchor)) {
      return new AuditVerificationResult(false, 0, anchor.seq(), true, ChainLink.BEGINNING);
    }
    ChainVerifier walk = new ChainVerifier(anchor);
    boolean complete = false;
    while (!complete && !walk.isBroken() && System.nanoTime() < deadline) {
      complete = step(connection, walk, end) < SLICE;
    }
    if (complete) {
      walk.end(end.head());
    }
    return new AuditVerificationResult(
        !walk.isBroken(),
        walk.entries(),
        walk.firstBroken(),
        complete || walk.isBroken(),
        walk.last());
  }

  private static int step(Connection connection, ChainVerifier walk, End end) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setLong(1, walk.last().seq());
      query.setLong(2, end.newest());
      int taken = 0;
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          walk.take(AuditLogRow.of(row));
          taken++;
        }
      }
      return taken;
    }
  }

  /** A log whose head is gone ends before its first entry, as far as anybody knows. */
  static End end(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new End(ChainLink.of(row.getLong("seq"), row.getBytes("hash")), row.getLong("newest"))
          : new End(ChainLink.BEGINNING, Long.MAX_VALUE);
    }
  }

  private static boolean holds(Connection connection, ChainLink anchor) throws SQLException {
    if (anchor.equals(ChainLink.BEGINNING)) {
      return true;
    }
    try (PreparedStatement query = connection.prepareStatement(HASH)) {
      query.setLong(1, anchor.seq());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && ChainLink.of(anchor.seq(), row.getBytes(1)).equals(anchor);
      }
    }
  }
}
