package org.orderly.ordering.selection;

import org.orderly.kernel.DomainException;

/** Nothing remains that this actor could handle. */
public final class NothingRemaining extends DomainException {

  private static final long serialVersionUID = 1L;

  NothingRemaining() {
    super(Kind.CONFLICT, "nothing-remaining", "nothing of it is left for you to handle");
  }
}
