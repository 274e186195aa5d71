package org.orderly.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * What a gateway is to be asked for, as it was stored before.
 *
 * @param id also the gateway's idempotency key
 * @param token the gateway's name for a card; {@code null} for a payout, or the gateway's choice
 * @param reference the gateway's name for it; {@code null} until its first answer came
 * @param settled its last word is known already
 */
record TransferRequest(
    UUID id,
    GatewayTransfer.Direction direction,
    UserId user,
    Money amount,
    String gateway,
    String token,
    String reference,
    Instant createdAt,
    boolean settled) {}
