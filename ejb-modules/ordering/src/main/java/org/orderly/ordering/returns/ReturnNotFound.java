package org.orderly.ordering.returns;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** There is no such return, or it is none of the asker's business. */
final class ReturnNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  ReturnNotFound(UUID id) {
    super(Kind.NOT_FOUND, "unknown-return", "there is no return " + id);
  }
}
