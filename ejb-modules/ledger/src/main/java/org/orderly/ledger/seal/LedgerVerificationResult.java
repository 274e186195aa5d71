package org.orderly.ledger.seal;

import org.jspecify.annotations.Nullable;
import org.orderly.platform.chain.ChainLink;

/**
 * Result of verifying the ledger's chain.
 *
 * @param ok nothing of what was looked at is broken, and there are no strays
 * @param entries how many transactions were found as they were sealed
 * @param firstBroken the number of the first one that was changed or is missing; {@code null} if
 *     none is
 * @param unsealed how many are committed and wait for their seal, usually for less than a second
 * @param strays how many transactions are there that the shop did not write, or wrote and are gone
 * @param firstStray the id of one of them; {@code null} if there are none
 * @param complete whether the verification came to the end; if not, it can go on from {@code last}
 * @param last the last one found as it was sealed; worth keeping elsewhere as an anchor
 */
public record LedgerVerificationResult(
    boolean ok,
    long entries,
    @Nullable Long firstBroken,
    long unsealed,
    long strays,
    @Nullable String firstStray,
    boolean complete,
    ChainLink last) {}
