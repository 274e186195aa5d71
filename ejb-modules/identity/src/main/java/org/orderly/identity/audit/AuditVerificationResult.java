package org.orderly.identity.audit;

/**
 * What a walk along the audit log found.
 *
 * @param ok nothing of what was looked at is broken
 * @param entries how many entries were found as they were written
 * @param firstBroken the number of the first entry that was changed or is missing; {@code null} if
 *     none is
 * @param complete whether the walk came to the end; if not, it can go on from {@code last}
 * @param last the last entry found as it was written; worth keeping elsewhere as an anchor
 */
public record AuditVerificationResult(
    boolean ok, long entries, Long firstBroken, boolean complete, ChainLink last) {}
