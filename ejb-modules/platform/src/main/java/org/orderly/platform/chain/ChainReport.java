package org.orderly.platform.chain;

import org.jspecify.annotations.Nullable;

/**
 * Result of verifying a chain.
 *
 * @param ok no link that was verified is broken
 * @param entries how many links were found as they were written
 * @param firstBroken the number of the first link that was changed or is missing; {@code null} if
 *     none is
 * @param complete whether the verification came to the end; if not, it can go on from {@code last}
 * @param last the last link found as it was written; worth keeping elsewhere as an anchor
 */
public record ChainReport(
    boolean ok, long entries, @Nullable Long firstBroken, boolean complete, ChainLink last) {

  static ChainReport anchorMissing(ChainLink anchor) {
    return new ChainReport(false, 0, anchor.seq(), true, ChainLink.BEGINNING);
  }
}
