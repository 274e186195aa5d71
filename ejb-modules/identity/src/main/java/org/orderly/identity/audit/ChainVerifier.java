package org.orderly.identity.audit;

import java.security.MessageDigest;

/** Goes along the entries in their order and stops at the first that does not fit. */
final class ChainVerifier {

  private long seq;
  private byte[] hash;
  private long entries;
  private Long firstBroken;

  /**
   * @param start what the walk takes for granted: an entry that is not looked at itself, or {@link
   *     Link#BEGINNING}
   */
  ChainVerifier(ChainLink start) {
    this.seq = start.seq();
    this.hash = start.hashBytes();
  }

  /** An entry that is missing, changed, or another's successor breaks the chain. */
  void take(AuditLogRow entry) {
    if (firstBroken != null) {
      return;
    }
    boolean fits = entry.seq() == seq + 1;
    if (fits && MessageDigest.isEqual(entry.hash(), entry.hashAfter(hash))) {
      seq = entry.seq();
      hash = entry.hash();
      entries++;
    } else {
      firstBroken = seq + 1;
    }
  }

  /** There are no more entries: the last one must be the one that the head knows. */
  void end(ChainLink head) {
    if (firstBroken == null && !last().equals(head)) {
      firstBroken = head.seq() == seq ? seq : Math.min(head.seq(), seq) + 1;
    }
  }

  boolean isBroken() {
    return firstBroken != null;
  }

  /** The number of the first entry that is not as it was; {@code null} if none is known. */
  Long firstBroken() {
    return firstBroken;
  }

  /** How many entries were found as they must be. */
  long entries() {
    return entries;
  }

  /** The last of these. */
  ChainLink last() {
    return ChainLink.of(seq, hash);
  }
}
