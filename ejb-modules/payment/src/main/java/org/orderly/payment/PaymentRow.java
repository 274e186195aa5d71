package org.orderly.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.PaymentInstrument;

/**
 * A payment as it is stored.
 *
 * @param gateway {@code null} if none knows of it
 * @param expiresAt until when it may wait; {@code null} if it waits no more
 */
record PaymentRow(
    UUID id,
    OrderId order,
    UserId buyer,
    int part,
    PaymentInstrument means,
    PaymentStatus status,
    PaymentAmounts amounts,
    @Nullable AtGateway gateway,
    @Nullable Instant expiresAt,
    int steps) {

  /**
   * The gateway that knows of it, what it is called there, and what the buyer has to do about it.
   *
   * @param step {@code null} for nothing
   */
  record AtGateway(String name, String reference, @Nullable NextAction step) {}
}
