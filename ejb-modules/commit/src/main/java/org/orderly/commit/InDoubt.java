package org.orderly.commit;

import java.time.Instant;

/**
 * A branch that is prepared and not yet ended.
 *
 * @param ageMillis how long it has been prepared, by its database's clock
 * @param verdict what the decision database says now; {@code null} if it does not answer
 */
public record InDoubt(
    String globalId, String database, Instant preparedAt, long ageMillis, Verdict verdict) {}
