package org.orderly.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.DatabaseUnavailable;

/**
 * Proves that the ledger is what was written.
 *
 * <p>Found are transactions, postings and owners of accounts that were changed, rows that are
 * missing in between or at the end, and rows that were slipped in. Who may write everything in the
 * database can change a row and compute every hash after it and the head anew; only somebody who
 * kept an anchor elsewhere finds that.
 */
@ApplicationScoped
public class LedgerVerification {

  /** So many transactions are read at a time. */
  private static final int SLICE = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String HEAD =
      """
      select seq, hash, (select coalesce(max(seq), 0) from ledger_seal) as newest from ledger_head""";

  private static final String NEXT =
      """
      select c.seq, c.previous, c.hash as seal, %s
      from ledger_seal c left join ledger_transaction t on t.id = c.transaction_id
      %s
      where c.seq > ? and c.seq <= ?
      order by c.seq, p.id"""
          .formatted(SealedForm.COLUMNS, SealedForm.JOINS);

  private static final String HASH = "select hash from ledger_seal where seq = ?";

  /** One statement and so one snapshot, whatever is sealed meanwhile. */
  private static final String STRAYS =
      """
      with stray as (
        select t.id from ledger_transaction t
        where not exists (select from ledger_seal where transaction_id = t.id)
          and not exists (select from ledger_unsealed where transaction_id = t.id)
        union all
        select u.transaction_id from ledger_unsealed u
        where not exists (select from ledger_transaction where id = u.transaction_id)
           or exists (select from ledger_seal where transaction_id = u.transaction_id))
      select (select count(*) from ledger_unsealed), count(*), min(id::text) from stray""";

  private final PaymentDatabase database;

  @Inject
  LedgerVerification(PaymentDatabase database) {
    this.database = database;
  }

  /** The last seal as the head says, and the number of the newest row, which should be the same. */
  private record End(SealLink head, long newest) {}

  /** Walks the whole chain, for as long as an answer may take; reads only, stops nobody. */
  public LedgerVerificationResult verify() {
    return verify(SealLink.BEGINNING);
  }

  /**
   * Walks the chain from an anchor, which must still be in it.
   *
   * @param anchor a seal's number and hash, kept from an earlier answer
   */
  public LedgerVerificationResult verify(SealLink anchor) {
    try (Connection connection = database.dataSource().getConnection()) {
      return verify(connection, anchor, System.nanoTime() + PATIENCE.toNanos());
    } catch (SQLException e) {
      throw new DatabaseUnavailable(PaymentDatabase.NAME, e);
    }
  }

  static LedgerVerificationResult verify(Connection connection, SealLink anchor, long deadline)
      throws SQLException {
    End end = end(connection);
    SealVerifier walk = new SealVerifier(anchor);
    boolean complete = false;
    if (!holds(connection, anchor)) {
      return verdict(connection, anchor.seq(), new SealVerifier(SealLink.BEGINNING), true);
    }
    long from = anchor.seq();
    while (!complete && !walk.isBroken() && System.nanoTime() < deadline) {
      step(connection, walk, from, Math.min(from + SLICE, end.newest()));
      from += SLICE;
      complete = from >= end.newest();
    }
    if (complete) {
      walk.end(end.head());
    }
    return verdict(connection, walk.firstBroken(), walk, complete || walk.isBroken());
  }

  private static LedgerVerificationResult verdict(
      Connection connection, Long firstBroken, SealVerifier walk, boolean complete)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(STRAYS);
        ResultSet row = query.executeQuery()) {
      row.next();
      long strays = row.getLong(2);
      return new LedgerVerificationResult(
          firstBroken == null && strays == 0,
          walk.entries(),
          firstBroken,
          row.getLong(1),
          strays,
          row.getString(3),
          complete,
          walk.last());
    }
  }

  private static void step(Connection connection, SealVerifier walk, long above, long upTo)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEXT)) {
      query.setLong(1, above);
      query.setLong(2, upTo);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          walk.take(row);
        }
      }
      walk.close();
    }
  }

  /** A chain whose head is gone ends before its first entry, as far as anybody knows. */
  private static End end(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new End(SealLink.of(row.getLong("seq"), row.getBytes("hash")), row.getLong("newest"))
          : new End(SealLink.BEGINNING, SLICE);
    }
  }

  private static boolean holds(Connection connection, SealLink anchor) throws SQLException {
    if (anchor.equals(SealLink.BEGINNING)) {
      return true;
    }
    try (PreparedStatement query = connection.prepareStatement(HASH)) {
      query.setLong(1, anchor.seq());
      try (ResultSet row = query.executeQuery()) {
        return row.next() && SealLink.of(anchor.seq(), row.getBytes(1)).equals(anchor);
      }
    }
  }
}
