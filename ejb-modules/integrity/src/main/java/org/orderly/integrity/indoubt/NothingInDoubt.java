package org.orderly.integrity.indoubt;

import org.orderly.kernel.DomainException;

/** No database has a prepared branch of this transaction. */
final class NothingInDoubt extends DomainException {

  private static final long serialVersionUID = 1L;

  NothingInDoubt() {
    super(Kind.NOT_FOUND, "nothing-in-doubt", "no database has a branch of this transaction");
  }
}
