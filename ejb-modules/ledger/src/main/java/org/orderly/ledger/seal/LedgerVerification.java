package org.orderly.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.chain.ChainQueries;
import org.orderly.platform.chain.ChainReport;
import org.orderly.platform.chain.ChainVerifier;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Verifies that the ledger is what was written.
 *
 * <p>It finds transactions, postings and owners of accounts that were changed, rows that are
 * missing in between or at the end, and rows that were slipped in. Whoever may write everything in
 * the database can change a row and compute every hash after it and the head anew; only somebody
 * who kept an anchor elsewhere finds that.
 */
@ApplicationScoped
public class LedgerVerification {

  private static final ChainQueries CHAIN =
      new ChainQueries("ledger_head", "ledger_seal", LedgerVerification::read);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final String SEALS =
      """
      select c.seq, c.previous, c.hash as seal, %s
      from ledger_seal c left join ledger_transaction t on t.id = c.transaction_id
      %s
      where c.seq > ? and c.seq <= ?
      order by c.seq, p.id"""
          .formatted(SealedForm.COLUMNS, SealedForm.JOINS);

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

  private final DomainDatabase database;

  @Inject
  LedgerVerification(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Verifies the whole chain, for as long as an answer may take; reads only, blocks nobody. */
  public LedgerVerificationResult verify() {
    return verify(ChainLink.BEGINNING);
  }

  /**
   * Verifies the chain from an anchor on, which must still be in it.
   *
   * @param anchor a seal's number and hash, kept from an earlier answer
   */
  public LedgerVerificationResult verify(ChainLink anchor) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    return database.withConnection(connection -> verify(connection, anchor, deadline));
  }

  static LedgerVerificationResult verify(Connection connection, ChainLink anchor, long deadline)
      throws SQLException {
    ChainReport chain = CHAIN.verify(connection, anchor, deadline);
    try (PreparedStatement query = connection.prepareStatement(STRAYS);
        ResultSet row = query.executeQuery()) {
      row.next();
      long strays = row.getLong(2);
      return new LedgerVerificationResult(
          chain.ok() && strays == 0,
          chain.entries(),
          chain.firstBroken(),
          row.getLong(1),
          strays,
          row.getString(3),
          chain.complete(),
          chain.last());
    }
  }

  private static void read(Connection connection, ChainVerifier chain, long above, long upTo)
      throws SQLException {
    SealVerifier seals = new SealVerifier(chain);
    try (PreparedStatement query = connection.prepareStatement(SEALS)) {
      query.setLong(1, above);
      query.setLong(2, upTo);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          seals.take(row);
        }
      }
    }
    seals.close();
  }
}
