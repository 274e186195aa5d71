package org.orderly.payment.intent;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * A request to authorize a card.
 *
 * @param idempotencyKey identifies a repeated request, so that it finds the earlier authorization
 * @param order that it is for; {@code null} for one that is not placed yet
 * @param token what the gateway calls the card
 */
public record CardAuthorizationRequest(
    IdempotencyKey idempotencyKey,
    @Nullable OrderId order,
    UserId buyer,
    Money amount,
    String token) {}
