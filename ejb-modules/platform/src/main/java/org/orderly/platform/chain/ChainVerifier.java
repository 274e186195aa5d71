package org.orderly.platform.chain;

import java.security.MessageDigest;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Verifies links in their order and stops at the first that does not fit. */
public final class ChainVerifier {

  private long seq;
  private byte[] hash;
  private long entries;
  private @Nullable Long firstBroken;

  /**
   * @param start what is taken for granted: a link that is not verified itself, or {@link
   *     ChainLink#BEGINNING}
   */
  public ChainVerifier(ChainLink start) {
    this.seq = start.seq();
    this.hash = start.hashBytes();
  }

  /**
   * Verifies the next link. One that is missing, changed, or another's successor breaks the chain.
   *
   * @param stored the hash that the database holds
   * @param hashAfter computes the hash the link must have after that of the link before
   */
  public void verify(long number, byte[] stored, UnaryOperator<byte[]> hashAfter) {
    if (firstBroken != null) {
      return;
    }
    if (number == seq + 1 && MessageDigest.isEqual(stored, hashAfter.apply(hash))) {
      seq = number;
      hash = stored;
      entries++;
    } else {
      firstBroken = seq + 1;
    }
  }

  /** All links up to this number have been given: none may be missing. */
  void reached(long number) {
    if (firstBroken == null && seq < number) {
      firstBroken = seq + 1;
    }
  }

  /** There are no more links: the last one must be the head. */
  void end(ChainLink head) {
    if (firstBroken == null && !last().equals(head)) {
      firstBroken = head.seq() == seq ? seq : Math.min(head.seq(), seq) + 1;
    }
  }

  boolean isBroken() {
    return firstBroken != null;
  }

  ChainReport report(boolean complete) {
    return new ChainReport(!isBroken(), entries, firstBroken, complete || isBroken(), last());
  }

  private ChainLink last() {
    return ChainLink.of(seq, hash);
  }
}
