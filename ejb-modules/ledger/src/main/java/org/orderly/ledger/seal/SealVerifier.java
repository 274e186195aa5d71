package org.orderly.ledger.seal;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Goes along the sealed transactions in their order and stops at the first that does not fit.
 *
 * <p>A row holds a seal and one posting of its transaction, so that a transaction is complete when
 * the next one begins.
 */
final class SealVerifier {

  private long seq;
  private byte[] hash;
  private long entries;
  private Long firstBroken;

  private SealedForm open;
  private byte[] openPrevious;
  private byte[] openHash;

  /**
   * @param start what the walk takes for granted, or {@link SealLink#BEGINNING}
   */
  SealVerifier(SealLink start) {
    this.seq = start.seq();
    this.hash = start.hashBytes();
  }

  /** A slice's row; the transaction that it continues, or begins. */
  void take(ResultSet row) throws SQLException {
    long number = row.getLong("seq");
    if (open != null && number > seq + 1) {
      close();
    }
    if (firstBroken != null) {
      return;
    }
    if (open == null) {
      if (number != seq + 1) {
        firstBroken = seq + 1;
        return;
      }
      open = new SealedForm(row);
      openPrevious = row.getBytes("previous");
      openHash = row.getBytes("seal");
    }
    open.addPosting(row);
  }

  /** Ends the transaction that the rows so far belong to. */
  void close() {
    if (open == null || firstBroken != null) {
      return;
    }
    boolean fits =
        open.transaction() != null
            && MessageDigest.isEqual(openPrevious, hash)
            && MessageDigest.isEqual(openHash, open.hashAfter(hash, seq + 1));
    if (fits) {
      seq++;
      hash = openHash;
      entries++;
    } else {
      firstBroken = seq + 1;
    }
    open = null;
  }

  /** There are no more: the last one must be the one that the head knows. */
  void end(SealLink head) {
    if (firstBroken == null && !last().equals(head)) {
      firstBroken = head.seq() == seq ? seq : Math.min(head.seq(), seq) + 1;
    }
  }

  boolean isBroken() {
    return firstBroken != null;
  }

  /** The number of the first that is not as it was; {@code null} if none is known. */
  Long firstBroken() {
    return firstBroken;
  }

  /** How many were found as they must be. */
  long entries() {
    return entries;
  }

  /** The last of these. */
  SealLink last() {
    return SealLink.of(seq, hash);
  }
}
