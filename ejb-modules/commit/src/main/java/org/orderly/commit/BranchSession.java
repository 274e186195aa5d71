package org.orderly.commit;

import java.sql.SQLException;

/** What the gate asks of the physical connection behind a branch. */
interface BranchSession {

  /**
   * Whether the transaction can still commit. After a failed statement PostgreSQL would answer a
   * prepare with a silent rollback.
   */
  boolean isTransactionAlive();

  /** Writes the commit marker, in the branch's own transaction. */
  void writeMarker(String globalId) throws SQLException;
}
