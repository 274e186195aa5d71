package org.orderly.ledger.seal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
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

  private Optional<Sealed> current = Optional.empty();

  /** A transaction of which not all rows may have come, and its seal. */
  private record Sealed(long seq, byte[] previous, byte[] seal, SealedForm form) {

    static Sealed begin(long seq, ResultSet row) throws SQLException {
      return new Sealed(seq, row.getBytes("previous"), row.getBytes("seal"), new SealedForm(row));
    }

    /** No seal fits a transaction that is gone, or another predecessor than it names. */
    byte[] expected(byte[] before) {
      boolean follows = form.transaction().isPresent() && MessageDigest.isEqual(previous, before);
      return follows ? form.hashAfter(before, seq) : NONE;
    }
  }

  SealVerifier(ChainVerifier chain) {
    this.chain = chain;
  }

  /** Takes a row of the transaction that was begun, or of the next one. */
  void take(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    Optional<Sealed> begun = current.filter(link -> link.seq() == seq);
    if (begun.isEmpty()) {
      close();
      begun = Optional.of(Sealed.begin(seq, row));
      current = begun;
    }
    begun.get().form().addPosting(row);
  }

  /** Verifies the transaction that the rows so far belong to. */
  void close() {
    current.ifPresent(link -> chain.verify(link.seq(), link.seal(), link::expected));
    current = Optional.empty();
  }
}
