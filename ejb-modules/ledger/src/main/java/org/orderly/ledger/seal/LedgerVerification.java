package org.orderly.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.chain.ChainLink;
import org.orderly.platform.chain.ChainQueries;
import org.orderly.platform.chain.ChainReport;
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
      new ChainQueries("ledger_head", "ledger_seal", LedgerSealQueries::read);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

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

  private static LedgerVerificationResult verify(
      Connection connection, ChainLink anchor, long deadline) throws SQLException {
    ChainReport chain = CHAIN.verify(connection, anchor, deadline);
    LedgerSealQueries.Strays found = LedgerSealQueries.strays(connection);
    return new LedgerVerificationResult(
        chain.ok() && found.strays() == 0,
        chain.entries(),
        chain.firstBroken(),
        found.unsealed(),
        found.strays(),
        found.firstStray(),
        chain.complete(),
        chain.last());
  }
}
