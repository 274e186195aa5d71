package org.orderly.payment.wallet;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/** The payment gateway would not move the money. */
final class TransferRefused extends DomainException {

  private static final long serialVersionUID = 1L;

  TransferRefused(@Nullable String reason) {
    super(
        Kind.CONFLICT,
        "transfer-refused",
        "the payment gateway refused the transfer",
        reason == null ? Map.of() : Map.of("reason", reason));
  }
}
