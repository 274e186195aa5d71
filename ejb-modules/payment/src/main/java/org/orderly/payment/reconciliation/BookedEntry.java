package org.orderly.payment.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * A movement of the account at the gateway, by either side.
 *
 * @param kind of the gateway's movement
 * @param subject what both sides call it: the key of the call that moved it
 * @param reference the gateway's own name; {@code null} in the ledger
 * @param incoming whether it came to the shop
 */
record BookedEntry(
    String kind,
    @Nullable String subject,
    @Nullable String reference,
    boolean incoming,
    Money amount,
    Instant at) {

  /** What makes two of them the same. */
  String name() {
    return kind + " " + subject + " " + amount.currency();
  }
}
