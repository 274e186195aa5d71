package org.orderly.inventory.transfer;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** A transfer was received or cancelled already. */
public final class TransferEnded extends DomainException {

  private static final long serialVersionUID = 1L;

  TransferEnded(TransferView transfer) {
    super(
        Kind.CONFLICT,
        "transfer-ended",
        "transfer " + transfer.id() + " is " + transfer.status() + " already",
        Map.of("status", transfer.status()));
  }
}
