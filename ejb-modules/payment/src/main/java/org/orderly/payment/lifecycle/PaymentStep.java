package org.orderly.payment.lifecycle;

import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;

/**
 * One step of a payment's life, with the event that tells of it; never changed.
 *
 * @param number counted from 0
 * @param from {@code null} for the first; the same as {@code to} for a fact that changes no status
 * @param reason {@code null} if there is none to tell
 */
public record PaymentStep(
    int number,
    @Nullable PaymentStatus from,
    PaymentStatus to,
    DomainEvent event,
    @Nullable String reason) {}
