package org.orderly.integrity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.platform.integrity.InvariantResult;

/**
 * The report of the integrity checks.
 *
 * @param ok whether no violation is known
 * @param complete whether everything was looked at for this answer
 * @param auditedAt since when the background auditor has been through all books; {@code null} if it
 *     never was
 */
public record IntegrityReport(
    boolean ok,
    boolean complete,
    Instant checkedAt,
    @Nullable Instant auditedAt,
    List<InvariantResult> checks) {}
