package org.orderly.commit;

import java.time.Instant;

/** How a branch that was in doubt has been ended. */
public record Resolution(String globalId, String database, Action action, Instant preparedAt) {

  public enum Action {
    COMMITTED,
    ROLLED_BACK
  }
}
