package org.orderly.payment.task;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is added.
 *
 * @param refund the refund that it makes; {@code null} for any other task
 * @param delay before it is due
 */
public record NewPaymentTask(
    PaymentTask.Kind kind, UUID payment, @Nullable UUID refund, Duration delay) {}
