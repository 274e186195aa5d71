package org.orderly.commit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is prepared in a database and not ended.
 *
 * @param globalId {@code null} if it is not one of ours
 * @param gid its name in the database
 * @param age by that database's clock
 */
public record InDoubtTransaction(
    String database,
    @Nullable String globalId,
    String gid,
    Instant preparedAt,
    Duration age,
    BranchState evidence) {

  InDoubtTransaction with(BranchState found) {
    return new InDoubtTransaction(database, globalId, gid, preparedAt, age, found);
  }
}
