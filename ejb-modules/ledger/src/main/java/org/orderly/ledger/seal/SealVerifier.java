package org.orderly.ledger.seal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.orderly.platform.chain.ChainVerifier;

/**
 * Collects the rows of each sealed transaction and verifies its seal.
 *
 * <p>A row holds a seal and one posting of its transaction, so that a transaction is complete when
 * the next one begins.
 */
final class SealVerifier {

  private static final byte[] NONE = {};

  private final ChainVerifier chain;

  private SealedForm form;
  private long seq;
  private byte[] previous;
  private byte[] seal;

  SealVerifier(ChainVerifier chain) {
    this.chain = chain;
  }

  /** Takes a row of the transaction that was begun, or of the next one. */
  void take(ResultSet row) throws SQLException {
    long number = row.getLong("seq");
    if (form == null || number != seq) {
      close();
      form = new SealedForm(row);
      seq = number;
      previous = row.getBytes("previous");
      seal = row.getBytes("seal");
    }
    form.addPosting(row);
  }

  /** Verifies the transaction that the rows so far belong to. */
  void close() {
    if (form != null) {
      chain.verify(seq, seal, this::expected);
      form = null;
    }
  }

  /** No seal fits a transaction that is gone, or another predecessor than it names. */
  private byte[] expected(byte[] before) {
    boolean follows = form.transaction() != null && MessageDigest.isEqual(previous, before);
    return follows ? form.hashAfter(before, seq) : NONE;
  }
}
