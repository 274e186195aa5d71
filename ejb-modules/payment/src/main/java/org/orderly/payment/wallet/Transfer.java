package org.orderly.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.NextAction;

/**
 * A deposit or a withdrawal.
 *
 * @param direction IN for a deposit, OUT for a withdrawal
 * @param status PENDING until the gateway's last word, then COMPLETED or REFUSED; a withdrawal that
 *     came back later is RETURNED, a deposit that was booked in error is REVERSED
 * @param balance what the wallet holds after it
 * @param nextAction what its owner must do first; {@code null} for nothing
 * @param reason why it was refused, in kebab case; {@code null} otherwise
 */
public record Transfer(
    UUID id,
    String direction,
    String status,
    Money amount,
    Money balance,
    @Nullable NextAction nextAction,
    @Nullable String reason,
    Instant createdAt) {}
