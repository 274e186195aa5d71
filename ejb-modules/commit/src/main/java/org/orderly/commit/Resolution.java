package org.orderly.commit;

import java.time.Instant;

/** How a branch that was in doubt has been ended. */
record Resolution(String globalId, String database, Action action, Instant preparedAt) {

  enum Action {
    COMMITTED,
    ROLLED_BACK
  }
}
