package org.orderly.commit;

/** What is known about the transaction of a prepared branch, and so what the rule does with it. */
public enum BranchState {
  /** Its commit marker stands: the branch is committed. */
  COMMITTED,
  /** Its tombstone stands: the branch is rolled back. */
  ABORTED,
  /** Nobody has decided: a tombstone is written, then the branch is rolled back. */
  UNDECIDED,
  /** A live session is about to decide: the branch is left alone. */
  MARKER_HELD,
  /** The decision database does not answer: nothing is touched. */
  DECISION_UNREACHABLE,
  /** Somebody else prepared it, by another protocol: it is never touched. */
  FOREIGN
}
