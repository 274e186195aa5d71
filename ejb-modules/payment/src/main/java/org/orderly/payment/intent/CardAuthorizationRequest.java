package org.orderly.payment.intent;

import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * Money that is to be reserved on a card.
 *
 * @param request recognises the wish when it is sent again, so that it finds what was reserved
 * @param order that it is for; {@code null} for one that is not placed yet
 * @param token what the gateway calls the card
 */
public record CardAuthorizationRequest(
    IdempotencyKey request, OrderId order, UserId buyer, Money amount, String token) {}
