package org.orderly.commit;

import java.time.Instant;

/** How a branch that was in doubt has been ended, or that it was not. */
public record Resolution(String globalId, String database, Action action, Instant preparedAt) {

  /** What became of it. */
  public enum Action {
    COMMITTED,
    ROLLED_BACK,
    /** A live session is about to decide it, or somebody else is ending it. */
    LEFT
  }
}
