package org.orderly.payment.intent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.payment.gateway.NextAction;

/**
 * A card authorization: money that a gateway reserves, or will once the buyer has taken a further
 * step. It is given up by itself unless an order is placed on it soon.
 *
 * @param paymentId names it at the gateway, and the payment that comes of it
 * @param order the order that may be placed on it, and no other
 * @param authorized whether it is reserved already
 * @param nextAction what the buyer has to do if it is not; may be {@code null}
 */
public record CardAuthorization(
    UUID paymentId,
    OrderId order,
    Money amount,
    String gateway,
    String reference,
    boolean authorized,
    @Nullable NextAction nextAction) {}
