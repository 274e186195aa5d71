package org.orderly.commit;

/** What a database does in a transaction over several. */
enum TransactionRole {
  DECISION,
  MEMBER
}
