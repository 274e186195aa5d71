package org.orderly.payment.transfer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UuidV7;

/**
 * Money that came to the shop's bank for an invoice.
 *
 * @param bankReference as the bank's statement names it, so that it is booked once; may be {@code
 *     null}
 * @param difference what becomes of it if it is not what the invoice asks for
 */
public record ReceivedTransfer(
    UUID invoice, Money amount, @Nullable String bankReference, TransferDifference difference) {

  /** What the ledger calls it; the same reference of the bank for the same invoice is one. */
  public UUID id() {
    return bankReference == null || bankReference.isBlank()
        ? UuidV7.next()
        : UUID.nameUUIDFromBytes(
            (invoice + " " + bankReference.strip()).getBytes(StandardCharsets.UTF_8));
  }
}
