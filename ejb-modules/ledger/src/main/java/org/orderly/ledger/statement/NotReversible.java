package org.orderly.ledger.statement;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A transaction that must be corrected where it comes from, not in the ledger alone. */
public final class NotReversible extends DomainException {

  private static final long serialVersionUID = 1L;

  NotReversible(LedgerEntry entry, String objection) {
    super(
        Kind.RULE_BROKEN,
        "transaction-not-reversible",
        "a " + entry.kind() + " is not reversed in the ledger: " + objection,
        Map.of("kind", entry.kind(), "reference", entry.reference()));
  }
}
