package org.orderly.payment.wallet;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** The caller made no such transfer. */
final class TransferNotFound extends DomainException {

  private static final long serialVersionUID = 1L;

  TransferNotFound(UUID id) {
    super(Kind.NOT_FOUND, "transfer-not-found", "there is no transfer " + id);
  }
}
