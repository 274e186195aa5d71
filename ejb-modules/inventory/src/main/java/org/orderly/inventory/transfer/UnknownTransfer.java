package org.orderly.inventory.transfer;

import java.util.UUID;
import org.orderly.kernel.DomainException;

/** No transfer has this id. */
public final class UnknownTransfer extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownTransfer(UUID id) {
    super(Kind.NOT_FOUND, "unknown-transfer", "there is no transfer " + id);
  }
}
