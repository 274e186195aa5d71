package org.orderly.ledger.statement;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** The ledger has no such transaction. */
public final class UnknownTransaction extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownTransaction(UUID id) {
    super(Kind.NOT_FOUND, "ledger-transaction-not-found", "the ledger has no transaction " + id);
  }
}
