package org.orderly.commit;

/** What the decision database says about a transaction. */
enum Decision {
  /** It is marked as committed. */
  COMMIT,
  /** It is marked as aborted, and can never commit. */
  ABORT,
  /** Somebody holds a marker that is not committed yet, or nobody has decided: look again. */
  OPEN
}
