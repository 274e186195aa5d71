package org.orderly.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A transfer to request from the gateway, as stored before the call.
 *
 * @param id also the gateway's idempotency key
 * @param token the gateway's name for a card; {@code null} for a payout, or the gateway's choice
 * @param reference the gateway's name for it; {@code null} until its first answer came
 * @param settled the final result is known already
 */
record TransferRequest(
    UUID id,
    GatewayTransfer.Direction direction,
    UserId user,
    Money amount,
    String gateway,
    @Nullable String token,
    @Nullable String reference,
    Instant createdAt,
    boolean settled) {}
