package org.orderly.ordering.audit;

import java.time.Instant;
import java.util.List;
import org.orderly.kernel.InvariantCheck;

/**
 * The proof of the books.
 *
 * @param ok whether no violation is known
 * @param complete whether everything was looked at for this answer
 */
public record Books(boolean ok, boolean complete, Instant checkedAt, List<InvariantCheck> checks) {}
