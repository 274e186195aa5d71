package org.orderly.payment.wallet;

import org.orderly.kernel.DomainException;

/** The payment gateway would not move the money. */
public final class TransferRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  TransferRefused() {
    super(Kind.CONFLICT, "transfer-refused", "the payment gateway refused the transfer");
  }
}
