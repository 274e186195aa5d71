package org.orderly.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderly.payment.gateway.NextAction;

/**
 * The result of charging an order.
 *
 * @param paid whether the money is the shop's or promised; if not, the order waits for it
 * @param expiresAt until when it may wait; {@code null} if paid
 * @param nextAction what the buyer has to do; {@code null} if there is nothing or it is not known
 */
public record ChargeResult(
    boolean paid, @Nullable Instant expiresAt, @Nullable NextAction nextAction) {

  static final ChargeResult PAID = new ChargeResult(true, null, null);
}
