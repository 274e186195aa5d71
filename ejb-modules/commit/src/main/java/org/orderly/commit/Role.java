package org.orderly.commit;

/** What a database does in a transaction over several. */
enum Role {
  DECISION,
  MEMBER
}
