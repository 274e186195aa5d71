package org.orderly.payment.transfer;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/** A bank transfer of this reference was booked to the balance before. */
public final class TransferBookedAlready extends DomainException {

  private static final long serialVersionUID = 1L;

  public TransferBookedAlready(@Nullable String reference) {
    super(
        Kind.CONFLICT,
        "transfer-booked-already",
        "a transfer with the reference \"" + reference + "\" was booked for this payment before");
  }
}
