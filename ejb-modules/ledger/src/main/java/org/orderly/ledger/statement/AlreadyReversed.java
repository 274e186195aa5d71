package org.orderly.ledger.statement;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** A transaction is reversed once. */
public final class AlreadyReversed extends DomainException {

  private static final long serialVersionUID = 1L;

  AlreadyReversed(UUID id) {
    super(Kind.CONFLICT, "transaction-already-reversed", "transaction " + id + " is reversed");
  }
}
