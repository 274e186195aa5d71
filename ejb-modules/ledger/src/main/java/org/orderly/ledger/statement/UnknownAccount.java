package org.orderly.ledger.statement;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** The ledger has no such account. */
final class UnknownAccount extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownAccount(UUID id) {
    super(Kind.NOT_FOUND, "account-not-found", "the ledger has no account " + id);
  }
}
