package org.orderly.payment.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * A balance transaction: money that came to the shop's account at the gateway, or left it.
 *
 * @param reference the gateway's name for this movement alone
 * @param key what the caller named the call with that moved it: for a capture the key of the
 *     authorization; {@code null} if nobody here asked for it, or the gateway does not tell
 * @param payment the reference of the authorization that it belongs to; {@code null} for a payout
 * @param amount without the fee, never negative; the kind says which way it went
 * @param fee what the gateway kept, zero if nothing
 */
public record BalanceTransaction(
    String reference,
    Kind kind,
    @Nullable UUID key,
    @Nullable String payment,
    Money amount,
    Money fee,
    Instant at) {

  public enum Kind {
    CAPTURE(true),
    REFUND(false),
    REFUND_FAILED(true),
    PAYOUT(false),
    PAYOUT_FAILED(true),
    DISPUTE(false),
    DISPUTE_WON(true),
    OTHER_IN(true),
    OTHER_OUT(false);

    private final boolean incoming;

    Kind(boolean incoming) {
      this.incoming = incoming;
    }

    /** Whether the money came to the shop. */
    public boolean incoming() {
      return incoming;
    }
  }
}
